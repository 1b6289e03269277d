import { createHash } from 'node:crypto'
import { canonical } from '../../../kernel/canonical.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Filing } from './made.ts'
import { insertFiledCells, insertFiling, type FiledCell } from './queries.ts'

/** What is frozen: the numbers with the records behind each, the report as its file says it, and what people wrote in it. */
export interface Frozen<Content> {
  reportId: number
  serial: number
  cells: readonly FiledCell[]
  content: Content
  texts: Record<string, string>
  facts?: Filing['facts']
  documentVersion?: number
}

/** Freezes a report of any kind as a filing, under a fingerprint over its numbers, the records behind them and its text. */
export async function freezeFiling<Content>(
  site: Site,
  db: Db,
  personId: number,
  { reportId, serial, cells, content, texts, facts = [], documentVersion }: Frozen<Content>,
): Promise<Filing<Content>> {
  const of = cells.map(({ cell, value, isAtLeast, fingerprint }) => [cell, value, isAtLeast, fingerprint])
  const fingerprint = createHash('sha256')
    .update(canonical({ v: 1, cells: of, texts, facts }))
    .digest('hex')
  const filing = await insertFiling(db, {
    ...{ reportId, serial, cutOff: site.today(), filedBy: personId, filedAt: site.now() },
    ...{ content, texts, facts, documentVersion, fingerprint },
  })
  await insertFiledCells(db, filing.id, cells)
  return filing
}
