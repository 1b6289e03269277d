import type { Site } from '../../../platform/site.ts'
import type { Unit } from '../../organisations/index.ts'
import { findDocument, type StoredDocument } from '../../publishing/index.ts'
import { listFilings } from '../making/queries.ts'
import { listSummaries } from './queries.ts'
import type { Summary } from './summary.ts'

/** Where a summary stands, said from what happened. */
export type SummaryState = 'in-making' | 'filed' | 'published'

/** Says where a summary stands from its filings and its publication. */
export function summaryState(isFiled: boolean, document: Pick<StoredDocument, 'standing'> | undefined): SummaryState {
  if (document?.standing === 'published') return 'published'
  return isFiled ? 'filed' : 'in-making'
}

export interface SummaryLine {
  unit: Unit
  summary: Summary
  state: SummaryState
}

/** The summaries of some units and a year, in the order of the units. */
export async function readSummaries(site: Site, units: readonly Unit[], year: number): Promise<SummaryLine[]> {
  const db = site.database.read
  const summaries = await listSummaries(db, { unitIds: units.map(({ id }) => id), period: String(year) })
  const filed = new Set(
    (
      await listFilings(
        db,
        summaries.map(({ id }) => id),
      )
    ).map(({ reportId }) => reportId),
  )
  const lines: SummaryLine[] = []
  for (const unit of units)
    for (const summary of summaries.filter(({ unitId }) => unitId === unit.id)) {
      const document = summary.documentId === undefined ? undefined : await findDocument(db, summary.documentId)
      lines.push({ unit, summary, state: summaryState(filed.has(summary.id), document) })
    }
  return lines
}
