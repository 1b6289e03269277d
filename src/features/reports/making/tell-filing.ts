import type { Db } from '../../../platform/database/index.ts'
import type { Filing } from './made.ts'
import { listJudgements } from './queries.ts'
import { listCellMarks } from './queries-cells.ts'

/** What the record fingerprints of a filing: everything that is frozen, the ids behind each number by their hash, and what the office said last. */
export async function filingContent<Content>(db: Db, { filedAt, ...filing }: Filing<Content>): Promise<Record<string, unknown>> {
  const judgement = (await listJudgements(db, [filing.id])).get(filing.id)
  return {
    ...{
      ...filing,
      filedAt: filedAt.toISOString(),
      documentVersion: filing.documentVersion ?? null,
      cells: await listCellMarks(db, filing.id),
    },
    judgement: judgement === undefined ? null : { ...judgement, at: judgement.at.toISOString() },
  }
}
