import type { Scope } from '../../../platform/facts.ts'
import { NotFound } from '../../../kernel/faults.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { formOfYear, type AnnualForm } from '../annual/form.ts'
import { fillReport } from '../annual/fill-report.ts'
import { listLineRows } from '../annual/queries-lines.ts'
import { scopeOf } from '../figures/count-figures.ts'
import { periodFrom } from '../figures/period.ts'
import type { LinesByRow } from '../annual/find-source.ts'
import type { FactSentence } from '../annual/sentence.ts'
import type { AnnualReport } from '../annual/report.ts'
import { annualForms } from '../load-annual-forms.ts'
import type { Drift } from '../making/drift.ts'
import type { Filing, MadeReport } from '../making/made.ts'
import { listFilings, listReports } from '../making/queries.ts'
import { listFiledCells, type FiledCell } from '../making/queries-cells.ts'
import { readDrift } from '../making/read-made.ts'
import { findSigned, type Signed } from './find-signed.ts'

/**
 * A report of which everybody can read the document. Its filing is the last one whose very text was signed and released; undefined where
 * the hands of the chain changed the text after every filing, for then only the signed text is public.
 */
export interface PublishedText extends Signed<AnnualReport> {
  unit: Unit
  report: MadeReport
}

/** A report that stands in public as it was filed. */
export interface PublishedReport extends PublishedText {
  filing: Filing
}

/** The annual reports of a year, or of all years, that stand in public as they were filed; in the order of the units. */
export async function listPublished(site: Site, year?: number): Promise<PublishedReport[]> {
  return (await listPublishedTexts(site, year)).filter(isAsFiled)
}

function isAsFiled(text: PublishedText): text is PublishedReport {
  return text.filing !== undefined
}

/** The same with those of which only the signed text is public. */
export async function listPublishedTexts(site: Site, year?: number): Promise<PublishedText[]> {
  const db = site.database.read
  const units = await listUnits(db)
  const reports = await listReports(db, { kind: 'annual', ...(year === undefined ? {} : { period: String(year) }) })
  const filings = await listFilings(
    db,
    reports.map(({ id }) => id),
  )
  const signed = await findSigned(db, reports, filings)
  const published = reports.flatMap((report): PublishedText[] => {
    const [unit, found] = [units.find(({ id }) => id === report.unitId), signed.get(report.id)]
    return unit === undefined || found === undefined ? [] : [{ unit, report, ...found }]
  })
  return published.toSorted((one, other) => one.unit.path.length - other.unit.path.length || one.unit.id - other.unit.id)
}

/** A published report as it was frozen, and where its numbers came from. */
export interface PublishedView extends PublishedReport {
  form: AnnualForm
  cells: ReadonlyMap<string, FiledCell>
  facts: ReadonlyMap<string, readonly FactSentence[]>
  /** With what was known, and with the lines that counted, when it was filed. */
  scope: Scope
  lines: LinesByRow
}

/** Reads a published report: its frozen cells, from no record. Undefined for a year before the first form. */
async function readPublished(site: Site, published: PublishedReport): Promise<PublishedView | undefined> {
  const { report, unit, filing } = published
  const db = site.database.read
  const form = formOfYear(annualForms, Number(report.period))
  const period = periodFrom(report.period)
  if (form === undefined || period === undefined) return undefined
  const cells = new Map((await listFiledCells(db, filing.id)).map((one) => [one.cell, one]))
  const scope = scopeOf({ units: await listUnits(db), unit, isAlone: !report.withBelow, period, cutOff: filing.cutOff })
  return { ...published, form, cells, scope, lines: new Map(Object.entries(filing.lines)), facts: new Map(filing.facts) }
}

/** What changed in the records behind a published report since it was filed. */
export async function readPublishedDrift(site: Site, { form, scope, filing }: PublishedView): Promise<readonly Drift[]> {
  const db = site.database.read
  const cells = await fillReport(db, form, { ...scope, cutOff: site.today() }, await listLineRows(db))
  return readDrift(site, filing, { form, scope, cells })
}

/** The report of a year as it was filed: that of a unit, else of the highest unit that published one. Throws NotFound. */
export async function findPublishedReport(site: Site, year: string, code = ''): Promise<PublishedView> {
  const text = await findPublishedText(site, year, code)
  const view = isAsFiled(text) ? await readPublished(site, text) : undefined
  if (view === undefined) throw new NotFound(`annual report ${year} ${code}`)
  return view
}

/** The same, also where only the signed text is public. */
export async function findPublishedText(site: Site, year: string, code = ''): Promise<PublishedText> {
  const published = await listPublishedTexts(site, /^\d{4}$/.test(year) ? Number(year) : 0)
  const text = code === '' ? published[0] : published.find(({ unit }) => unit.code === code)
  if (text === undefined) throw new NotFound(`annual report ${year} ${code}`)
  return text
}
