import type { Fact } from '../../../platform/facts.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { findDocument, type StoredDocument } from '../../publishing/index.ts'
import { scopeOf, type Question } from '../figures/count-figures.ts'
import { periodFrom } from '../figures/period.ts'
import type { Drift } from '../making/drift.ts'
import type { Filing } from '../making/made.ts'
import { listFiledCells, listFilings, type FiledCell } from '../making/queries.ts'
import { questionBehind } from './make-summary.ts'
import { listSummaries } from './queries.ts'
import { readSummaryDrift } from './read-summary.ts'
import type { FiledNumber, SummaryContent } from './summary.ts'

/** A summary that everybody can read: its document is public, and its filing is the last one before that document's release. */
export interface PublishedSummary {
  unit: Unit
  year: string
  filing: Filing<SummaryContent>
  document: StoredDocument
}

/** The published summaries of a year, or of all years; the highest units first. */
export async function listPublishedSummaries(site: Site, year?: string): Promise<PublishedSummary[]> {
  const db = site.database.read
  const units = await listUnits(db)
  const summaries = await listSummaries(db, year === undefined ? {} : { period: year })
  const filings = await listFilings<SummaryContent>(
    db,
    summaries.map(({ id }) => id),
  )
  const published: PublishedSummary[] = []
  for (const { id, unitId, period, documentId } of summaries) {
    const document = documentId === undefined ? undefined : await findDocument(db, documentId)
    const unit = units.find((one) => one.id === unitId)
    const released = document?.publishedAt
    if (document === undefined || unit === undefined || released === undefined || document.standing !== 'published') continue
    // A filing made after the release belongs to a correction that is not public yet.
    const filing = filings.find((one) => one.reportId === id && (one.filedAt <= released || document.stage === 'released'))
    if (filing !== undefined) published.push({ unit, year: period, filing, document })
  }
  return published.toSorted((one, other) => one.unit.path.length - other.unit.path.length || one.unit.id - other.unit.id)
}

/** What changed behind a published summary since it was frozen. */
export async function readPublishedDrift(site: Site, published: PublishedSummary): Promise<Drift[]> {
  const question = await questionOf(site, published)
  return question === undefined ? [] : readSummaryDrift(site, published.filing, question, published.document.id)
}

/** One frozen number, and the records behind it as far as the public may know whose they are. */
export interface FrozenNumber {
  cell: FiledCell
  figure: string
  facts: readonly Fact[]
  units: readonly Unit[]
}

const mostListed = 200

/** Reads a frozen number by its cell; undefined where the summary has none. Of cases nothing is listed: they are those of one unit. */
export async function readFrozen(site: Site, published: PublishedSummary, asked: string): Promise<FrozenNumber | undefined> {
  const db = site.database.read
  const cell = (await listFiledCells(db, published.filing.id)).find((one) => one.cell === asked)
  if (cell === undefined) return undefined
  const [figure = '', unit] = cell.cell.split('@')
  const question = await questionOf(site, published)
  const number: Pick<FiledNumber, 'figure' | 'unit'> = { figure, unit }
  const behind = question && questionBehind(number, question)
  const isCase = behind?.figure.facts?.kind === 'application' || behind?.figure.facts?.kind === 'challenge'
  const scope = behind && scopeOf(behind.question, behind.figure.unitKinds)
  const facts = scope === undefined || isCase ? [] : ((await behind?.figure.facts?.list(db, scope, 0, mostListed)) ?? [])
  return { cell, figure, facts, units: await listUnits(db) }
}

/** The question of a filing, with what was known on its last day. */
async function questionOf(site: Site, { unit, year, filing }: PublishedSummary): Promise<(Question & { unit: Unit }) | undefined> {
  const period = periodFrom(year)
  return period && { units: await listUnits(site.database.read), unit, period, cutOff: filing.cutOff }
}
