import { NotFound } from '../../../kernel/faults.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Site } from '../../../platform/site.ts'
import { findKeeper, findUnit, type Unit } from '../../organisations/index.ts'
import { findDocument, type StoredDocument } from '../../publishing/index.ts'
import { publishBy } from '../annual/deadline.ts'
import { judgementSection } from '../annual/form.ts'
import { listBehind } from '../annual/list-behind.ts'
import { kindOfUnit, makeReport, type Made } from '../annual/make-report.ts'
import type { FactSentence } from '../annual/sentence.ts'
import { reportSubject } from '../subject.ts'
import { driftOf, type Drift } from './drift.ts'
import { fileRefusals, stateOf, type FileRefusal, type Filing, type Judgement, type MadeReport, type ReportState } from './made.ts'
import { goesOn, publicationOf } from './publication-of.ts'
import { readFacts } from './read-facts.ts'
import { listFilings, listJudgements } from './queries.ts'
import { listFiledCells } from './queries-cells.ts'

/** A report with everything that its page says. */
export interface MadeView {
  report: MadeReport
  unit: Unit
  /** Who writes it: the unit, or after its end whoever answers for it now. */
  keeper: Unit
  made: Made
  facts: ReadonlyMap<string, readonly FactSentence[]>
  state: ReportState
  filings: readonly Filing[]
  judgement?: Judgement | undefined
  document?: StoredDocument | undefined
  /** Why it cannot be filed today; empty when it can. */
  refusals: readonly FileRefusal[]
  /** The last day for publishing; undefined where none is laid down. */
  publishBy?: Day | undefined
  drift: readonly Drift[]
}

/** Reads a report as it is now: what it would say today, what was filed, and what changed since. Throws NotFound where its unit is gone. */
export async function readMade(site: Site, report: MadeReport): Promise<MadeView> {
  const db = site.database.read
  const unit = await findUnit(db, report.unitId)
  const made = unit && (await makeReport(site, unit, report, site.today()))
  if (unit === undefined || made === undefined) throw new NotFound(reportSubject(report.id))
  const filings = await listFilings(db, [report.id])
  const last = filings[0]
  const judgement = last && (await listJudgements(db, [last.id])).get(last.id)
  const document = report.documentId === undefined ? undefined : await findDocument(db, report.documentId)
  const state = stateOf(report, last, judgement)
  return {
    keeper: await findKeeper(db, unit, site.today()),
    ...{ report, unit, made, filings, judgement, document, state, facts: await readFacts(site, report, unit, made) },
    refusals: fileRefusals(report, {
      ...{
        version: report.version,
        judgement: judgementSection(made.form),
        breaches: made.breaches,
        until: made.until,
        today: site.today(),
      },
      ...{ state, publication: publicationOf(goesOn(document)) },
    }),
    publishBy: publishBy(made.form, made.report.year, kindOfUnit(unit)),
    drift: last === undefined ? [] : await readDrift(site, last, made),
  }
}

/**
 * What changed behind a filing since: the records with the knowledge of its own last day, and with the lines of the catalogue that counted
 * then, whatever the office laid down later; the numbers by hand against `cells`, as they are now.
 */
export async function readDrift(
  site: Site,
  filing: Filing,
  { form, scope, cells }: Pick<Made, 'form' | 'scope' | 'cells'>,
): Promise<Drift[]> {
  const db = site.database.read
  const behind = await listBehind(db, form, { ...scope, cutOff: filing.cutOff }, new Map(Object.entries(filing.lines)))
  const numbers = new Map(cells.map(({ cell, origin, value }) => [cell.address, { origin, value }]))
  return driftOf(await listFiledCells(db, filing.id), { behind, numbers })
}
