import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Filing } from './made.ts'
import { makeFilingFingerprint } from './make-filing-fingerprint.ts'
import { insertFiling } from './queries.ts'
import { insertFiledCells, type FiledCell } from './queries-cells.ts'

/** What is frozen: the numbers with the records behind each, the report as its file says it, and what people wrote in it. */
export interface Frozen<Content> {
  reportId: number
  serial: number
  cells: readonly FiledCell[]
  content: Content
  texts: Record<string, string>
  facts?: Filing['facts']
  lines?: Filing['lines']
  documentVersion?: number
}

/** Freezes a report of any kind as a filing, under a fingerprint over everything that is in it. */
export async function freezeFiling<Content>(
  site: Site,
  db: Db,
  personId: number,
  { reportId, serial, cells, content, texts, facts = [], lines = {}, documentVersion }: Frozen<Content>,
): Promise<Filing<Content>> {
  const fingerprint = makeFilingFingerprint({ ...{ serial, cutOff: site.today() }, content, texts, facts, lines, cells })
  const filing = await insertFiling(db, {
    ...{ reportId, serial, cutOff: site.today(), filedBy: personId, filedAt: site.now() },
    ...{ content, texts, facts, lines, documentVersion, fingerprint },
  })
  await insertFiledCells(db, filing.id, cells)
  return filing
}
