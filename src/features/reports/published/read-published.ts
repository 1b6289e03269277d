import type { Scope } from '../../../platform/facts.ts'
import { NotFound } from '../../../kernel/faults.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { findDocument, readVersion, type StoredDocument } from '../../publishing/index.ts'
import { formOfYear, type AnnualForm } from '../annual/form.ts'
import { fillReport } from '../annual/fill-report.ts'
import { listLineRows } from '../annual/queries-lines.ts'
import { scopeOf } from '../figures/count-figures.ts'
import { periodFrom } from '../figures/period.ts'
import type { LinesByRow } from '../annual/find-source.ts'
import type { FactSentence } from '../annual/sentence.ts'
import { annualForms } from '../load-annual-forms.ts'
import type { Drift } from '../making/drift.ts'
import type { Filing, MadeReport } from '../making/made.ts'
import { listFiledCells, listFilings, listReports, type FiledCell } from '../making/queries.ts'
import { readDrift } from '../making/read-made.ts'

/** A report that everybody can read: its document is public, and its filing is the last one that the public text of it says. */
export interface PublishedReport {
  unit: Unit
  report: MadeReport
  filing: Filing
  document: StoredDocument
}

/** The published annual reports of a year, or of all years; in the order of the units. */
export async function listPublished(site: Site, year?: number): Promise<PublishedReport[]> {
  const db = site.database.read
  const units = await listUnits(db)
  const reports = await listReports(db, { kind: 'annual', ...(year === undefined ? {} : { period: String(year) }) })
  const filings = await listFilings(
    db,
    reports.map(({ id }) => id),
  )
  const published: PublishedReport[] = []
  for (const report of reports) {
    const document = report.documentId === undefined ? undefined : await findPublished(db, report.documentId)
    const unit = units.find((one) => one.id === report.unitId)
    if (document === undefined || unit === undefined) continue
    // A filing of a later version belongs to a correction that is not public yet.
    const isOut = ({ documentVersion }: Filing): boolean =>
      documentVersion !== undefined && documentVersion <= (document.publishedVersion ?? 0)
    const filing = filings.find((one) => one.reportId === report.id && isOut(one))
    if (filing !== undefined) published.push({ unit, report, filing, document })
  }
  return published.toSorted((one, other) => one.unit.path.length - other.unit.path.length || one.unit.id - other.unit.id)
}

/** A document that everybody can read now; undefined for any other. */
async function findPublished(db: Db, id: number): Promise<StoredDocument | undefined> {
  const document = await findDocument(db, id)
  if (document?.publishedVersion === undefined || document.standing !== 'published') return undefined
  return (await readVersion(db, id, document.publishedVersion))?.audience === 'staff' ? undefined : document
}

/** A published report as it was frozen, and where its numbers came from. */
export interface PublishedView extends PublishedReport {
  form: AnnualForm
  cells: ReadonlyMap<string, FiledCell>
  facts: ReadonlyMap<string, readonly FactSentence[]>
  /** With what was known when it was filed. */
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
  return { ...published, form, cells, scope, lines: await listLineRows(db), facts: new Map(filing.facts) }
}

/** What changed in the records behind a published report since it was filed. */
export async function readPublishedDrift(site: Site, { form, scope, lines, filing }: PublishedView): Promise<readonly Drift[]> {
  const now = { ...scope, cutOff: site.today() }
  return readDrift(site, filing, { form, scope, lines, cells: await fillReport(site.database.read, form, now, lines) })
}

/** The report of a year: that of a unit, else of the highest unit that published one. Throws NotFound. */
export async function findPublishedReport(site: Site, year: string, code = ''): Promise<PublishedView> {
  const published = await listPublished(site, /^\d{4}$/.test(year) ? Number(year) : 0)
  const one = code === '' ? published[0] : published.find(({ unit }) => unit.code === code)
  const view = one && (await readPublished(site, one))
  if (view === undefined) throw new NotFound(`annual report ${year} ${code}`)
  return view
}
