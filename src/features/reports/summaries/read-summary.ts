import { NotFound } from '../../../kernel/faults.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit, type Unit } from '../../organisations/index.ts'
import { findDocument, type StoredDocument } from '../../publishing/index.ts'
import { readValues } from '../figures/read-account.ts'
import { driftOf, type Drift, type NumberNow } from '../making/drift.ts'
import type { Filing } from '../making/made.ts'
import { goesOn } from '../making/publication-of.ts'
import { listFilings } from '../making/queries.ts'
import { listFiledCells } from '../making/queries-cells.ts'
import { reportSubject } from '../subject.ts'
import { workSummary } from '../load-work-summary.ts'
import { idsBehind, makeSummary, questionBehind, type MadeSummary } from './make-summary.ts'
import {
  cellOf,
  fileRefusals,
  numbersOf,
  silentHeadings,
  type FiledNumber,
  type Summary,
  type SummaryContent,
  type SummaryFileRefusal,
} from './summary.ts'
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
  const filed = await listFiledCells(site.database.read, id)
  const idsOf = new Map(filed.map(({ cell, ids }) => [cell, ids]))
  const behind = new Map<string, readonly number[]>()
  const numbers = new Map<string, NumberNow>()
  for (const number of numbersOf(content)) {
    const cell = cellOf(number)
    if (behind.has(cell) || numbers.has(cell)) continue
    const found = idsOf.get(cell) === undefined ? undefined : await idsBehind(site, number, { ...question, cutOff })
    const isNews = (one: number): boolean => found?.facts.kind !== 'document' || one !== ownId || idsOf.get(cell)?.includes(one) === true
    if (found !== undefined) behind.set(cell, found.ids.filter(isNews))
    const now = number.isByHand === true ? await readNumberNow(site, number, question) : undefined
    if (now !== undefined) numbers.set(cell, now)
  }
  return driftOf(filed, { behind, numbers })
}

/** What a number that was filed by hand would be now. */
async function readNumberNow(site: Site, number: FiledNumber, question: MadeSummary['question']): Promise<NumberNow | undefined> {
  const asked = questionBehind(number, question)
  const [now] = asked === undefined ? [] : await readValues(site, asked.question, [asked.figure])
  return now && { origin: now.origin, value: now.value ?? null }
}
