import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { existsWithin, findUnit } from '../../organisations/index.ts'
import { pseudonymOf, type Officer } from '../../publishing/index.ts'
import { formOfYear } from '../annual/form.ts'
import { periodFrom } from '../figures/period.ts'
import { annualForms } from '../load-annual-forms.ts'
import { reportContent, reportSubject } from '../subject.ts'
import type { BeginRefusal, MadeReport } from './made.ts'
import { insertReport } from './queries.ts'
import { reportsYearly } from './read-reports.ts'

/**
 * Begins the annual report of a unit for a year. A year is reported on while it runs, and filed when it is over. A unit that ended in the
 * year, or since, is reported on by whoever answers for it now.
 */
export async function beginReport(
  site: Site,
  officer: Officer,
  { unitId, period, withBelow }: Pick<MadeReport, 'unitId' | 'period' | 'withBelow'>,
): Promise<Outcome<MadeReport, BeginRefusal>> {
  const year = periodFrom(period)
  if (year?.kind !== 'year' || formOfYear(annualForms, Number(year.code)) === undefined) return refused('no-form')
  if (year.from > site.today()) return refused('period-to-come')
  return site.database.transaction(async (db) => {
    const unit = await findUnit(db, unitId)
    if (unit === undefined) throw new NotFound(`organisations.unit:${unitId}`)
    if (!reportsYearly(unit) || !existsWithin(unit, year)) return refused('not-asked-yearly')
    const at = site.now()
    const report = await insertReport(db, { unitId, kind: 'annual', period: year.code, withBelow, begunBy: officer.personId, begunAt: at })
    if (report === undefined) return refused('begun-before')
    await record(db, {
      ...{ at, actor: pseudonymOf(officer), act: 'reports.begin', subject: reportSubject(report.id), unitId },
      content: reportContent(report),
    })
    return done(report)
  })
}
