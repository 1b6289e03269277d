import type { Day } from '../../../kernel/day.ts'
import type { Site } from '../../../platform/site.ts'
import { exists, type Unit } from '../../organisations/index.ts'
import { publishBy } from '../annual/deadline.ts'
import { formOfYear } from '../annual/form.ts'
import { kindOfUnit } from '../annual/make-report.ts'
import { annualForms } from '../load-annual-forms.ts'
import { stateOf, type MadeReport, type ReportState } from './made.ts'
import { listFilings, listJudgements, listReports } from './queries.ts'

/** Where the report of one unit stands. */
export interface ReportLine {
  unit: Unit
  report?: MadeReport | undefined
  state: ReportState
  filedOn?: Date | undefined
  remark?: string | undefined
  publishBy?: Day | undefined
}

/** Units that make an annual report of their own: those that the law calls agencies, not the sections, villages and bodies below them. */
export function reportsYearly({ kind }: Pick<Unit, 'kind'>): boolean {
  return kind === 'city' || kind === 'county' || kind === 'department' || kind === 'town' || kind === 'province'
}

/** Does the law ask a unit for a report of a year? It must have existed on the last day of that year, or have ended in it. */
export function owesReport(unit: Pick<Unit, 'kind' | 'sinceOn' | 'untilOn'>, year: number): boolean {
  const existed = exists(unit, `${year}-12-31` as Day) || (unit.untilOn ?? '').startsWith(String(year))
  return reportsYearly(unit) && existed
}

/** Where the reports of a year stand, for every unit that has to make one and for every other that began one; in the order of the units. */
export async function readReports(site: Site, units: readonly Unit[], year: number): Promise<ReportLine[]> {
  const db = site.database.read
  const reports = await listReports(db, { unitIds: units.map(({ id }) => id), kind: 'annual', period: String(year) })
  const filings = await listFilings(
    db,
    reports.map(({ id }) => id),
  )
  const judgements = await listJudgements(
    db,
    filings.map(({ id }) => id),
  )
  const form = formOfYear(annualForms, year)
  return units.flatMap((unit) => {
    const report = reports.find((one) => one.unitId === unit.id)
    if (report === undefined && !owesReport(unit, year)) return []
    const filing = filings.find((one) => one.reportId === report?.id)
    const judgement = filing && judgements.get(filing.id)
    return {
      ...{ unit, report, state: stateOf(report, filing, judgement), filedOn: filing?.filedAt },
      ...{ remark: judgement?.remark, publishBy: form && publishBy(form, year, kindOfUnit(unit)) },
    }
  })
}
