import type { Db } from '../../../platform/database/index.ts'
import type { Filing } from './made.ts'
import { listFiledCells, listJudgements } from './queries.ts'

/** What the record fingerprints of a filing: everything that is frozen, and what the office said last. */
export async function filingContent<Content>(db: Db, { filedAt, ...filing }: Filing<Content>): Promise<Record<string, unknown>> {
  const judgement = (await listJudgements(db, [filing.id])).get(filing.id)
  return {
    ...{
      ...filing,
      filedAt: filedAt.toISOString(),
      documentVersion: filing.documentVersion ?? null,
      cells: (await listFiledCells(db, filing.id)).map(({ ids, ...cell }) => ({ ...cell, ids: ids ?? null })),
    },
    judgement: judgement === undefined ? null : { ...judgement, at: judgement.at.toISOString() },
  }
}
