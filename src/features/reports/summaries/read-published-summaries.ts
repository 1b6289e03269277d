import { NotFound } from '../../../kernel/faults.ts'
import type { Facts } from '../../../platform/facts.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import type { Question } from '../figures/count-figures.ts'
import { periodFrom } from '../figures/period.ts'
import type { Drift } from '../making/drift.ts'
import type { Filing } from '../making/made.ts'
import { listFilings } from '../making/queries.ts'
import { listFiledCells, type FiledCell } from '../making/queries-cells.ts'
import { findSigned, type Signed } from '../published/find-signed.ts'
import { listFrozen, type FrozenRecords } from '../published/list-frozen.ts'
import { sourceOfNumber } from './make-summary.ts'
import { listSummaries } from './queries.ts'
import { readSummaryDrift } from './read-summary.ts'
import type { SummaryContent } from './summary.ts'

/** A summary of which everybody can read the document. Its filing is undefined where hands changed the text: then only that is public. */
export interface PublishedSummaryText extends Signed<SummaryContent> {
  unit: Unit
  year: string
}

/** A summary that stands in public as it was filed. */
export interface PublishedSummary extends PublishedSummaryText {
  filing: Filing<SummaryContent>
}

/** The published summaries of a year, or of all years; the highest units first. */
export async function listPublishedSummaries(site: Site, year?: string): Promise<PublishedSummaryText[]> {
  const db = site.database.read
  const units = await listUnits(db)
  const summaries = await listSummaries(db, year === undefined ? {} : { period: year })
  const ids = summaries.map(({ id }) => id)
  const filings = await listFilings<SummaryContent>(db, ids)
  const signed = await findSigned(db, summaries, filings)
  const published = summaries.flatMap(({ id, unitId, period }): PublishedSummaryText[] => {
    const [unit, found] = [units.find((one) => one.id === unitId), signed.get(id)]
    return unit === undefined || found === undefined ? [] : [{ unit, year: period, ...found }]
  })
  return published.toSorted((one, other) => one.unit.path.length - other.unit.path.length || one.unit.id - other.unit.id)
}

/** The summary of a year: that of a unit by its code, else of the highest unit that published one. Throws NotFound. */
export async function findPublishedSummary(site: Site, year: string, code = ''): Promise<PublishedSummaryText> {
  const published = /^\d{4}$/.test(year) ? await listPublishedSummaries(site, year) : []
  const one = code === '' ? published[0] : published.find(({ unit }) => unit.code === code)
  if (one === undefined) throw new NotFound(`work summary ${year} ${code}`)
  return one
}

/** Does it stand in public as it was filed? */
export function isAsFiled(text: PublishedSummaryText): text is PublishedSummary {
  return text.filing !== undefined
}

/** What changed behind a published summary since it was frozen. */
export async function readPublishedDrift(site: Site, published: PublishedSummary): Promise<Drift[]> {
  const question = await questionOf(site, published)
  return question === undefined ? [] : readSummaryDrift(site, published.filing, question, published.document.id)
}

/** One frozen number, and the records behind it as far as the public may know whose they are. */
export interface FrozenSummaryNumber {
  cell: FiledCell
  figure: string
  records?: FrozenRecords | undefined
  units: readonly Unit[]
}

/** Reads a frozen number by its cell; undefined where the summary has none. Of cases nothing is listed: they are those of one unit. */
export async function readFrozen(
  site: Site,
  published: PublishedSummary,
  asked: string,
  { after, limit }: { after: number; limit: number },
): Promise<FrozenSummaryNumber | undefined> {
  const db = site.database.read
  const cell = (await listFiledCells(db, published.filing.id)).find((one) => one.cell === asked)
  if (cell === undefined) return undefined
  const [figure = ''] = cell.cell.split('@')
  const question = await questionOf(site, published)
  const source = question && sourceOfNumber(cell.cell, question)
  const isListed = source !== undefined && cell.ids !== undefined && !isOfCases(source.facts)
  const records = isListed ? await listFrozen(db, source.facts, source.scope, { ids: cell.ids ?? [], after, limit }) : undefined
  return { cell, figure, records, units: await listUnits(db) }
}

/** Are these cases? Of a unit's own nobody is told which they are. */
export function isOfCases({ kind }: Pick<Facts, 'kind'>): boolean {
  return kind === 'application' || kind === 'challenge'
}

/** The question of a filing, with what was known on its last day. */
export async function questionOf(site: Site, { unit, year, filing }: PublishedSummary): Promise<(Question & { unit: Unit }) | undefined> {
  const period = periodFrom(year)
  return period && { units: await listUnits(site.database.read), unit, period, cutOff: filing.cutOff }
}
