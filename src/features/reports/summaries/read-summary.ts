import { NotFound } from '../../../kernel/faults.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit, type Unit } from '../../organisations/index.ts'
import { findDocument, type StoredDocument } from '../../publishing/index.ts'
import { driftOf, type Drift } from '../making/drift.ts'
import type { Filing } from '../making/made.ts'
import { goesOn } from '../making/publication-of.ts'
import { listFiledCells, listFilings } from '../making/queries.ts'
import { reportSubject } from '../subject.ts'
import { workSummary } from '../load-work-summary.ts'
import { idsBehind, makeSummary, type MadeSummary } from './make-summary.ts'
import { cellOf, fileRefusals, numbersOf, silentHeadings, type SummaryFileRefusal, type Summary, type SummaryContent } from './summary.ts'
import type { Heading } from './template.ts'

/** A summary with everything that its page says. */
export interface SummaryView {
  summary: Summary
  unit: Unit
  made: MadeSummary
  headings: readonly Heading[]
  /** Where somebody must still say something. */
  silent: readonly Heading[]
  /** Why it cannot be filed today. */
  obstacles: readonly SummaryFileRefusal[]
  filings: readonly Filing<SummaryContent>[]
  document?: StoredDocument | undefined
  drift: readonly Drift[]
}

/** Reads a summary as it is now: what it would say today, what was filed, and what changed since. Throws NotFound where its unit is gone. */
export async function readSummary(site: Site, summary: Summary): Promise<SummaryView> {
  const db = site.database.read
  const unit = await findUnit(db, summary.unitId)
  const made = unit && (await makeSummary(site, unit, summary, site.today()))
  if (unit === undefined || made === undefined) throw new NotFound(reportSubject(summary.id))
  const filings = await listFilings<SummaryContent>(db, [summary.id])
  const [last] = filings
  const { headings } = workSummary
  const document = summary.documentId === undefined ? undefined : await findDocument(db, summary.documentId)
  const asked = { version: summary.version, headings, proposed: made.proposed, isReleased: goesOn(document)?.stage === 'released' }
  return {
    ...{ summary, unit, made, filings, headings, document, obstacles: fileRefusals(summary, asked) },
    silent: silentHeadings(summary, headings, made.proposed),
    drift: last === undefined ? [] : await readSummaryDrift(site, last, made.question, summary.documentId),
  }
}

/**
 * What changed behind the numbers of a filing since, with the knowledge of its own last day. That the summary itself became a document on
 * that day is no news.
 */
export async function readSummaryDrift(
  site: Site,
  { id, cutOff, content }: Filing<SummaryContent>,
  question: MadeSummary['question'],
  ownId: number | undefined,
): Promise<Drift[]> {
  const cells = await listFiledCells(site.database.read, id)
  const filed = new Map(cells.flatMap(({ cell, ids }): [string, readonly number[]][] => (ids ? [[cell, ids]] : [])))
  const now = new Map<string, readonly number[]>()
  for (const number of numbersOf(content)) {
    const cell = cellOf(number)
    const behind = now.has(cell) ? undefined : await idsBehind(site, number, { ...question, cutOff })
    if (behind === undefined) continue
    const isNews = (one: number): boolean => behind.kind !== 'document' || one !== ownId || filed.get(cell)?.includes(one) === true
    now.set(cell, behind.ids.filter(isNews))
  }
  return driftOf(filed, now)
}
