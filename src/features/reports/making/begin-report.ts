import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { pseudonymOf, type Officer } from '../../publishing/index.ts'
import { formOfYear } from '../annual/form.ts'
import { periodFrom } from '../figures/period.ts'
import { annualForms } from '../load-annual-forms.ts'
import { reportContent, reportSubject } from '../subject.ts'
import type { BeginRefusal, MadeReport } from './made.ts'
import { insertReport } from './queries.ts'

/** Begins the annual report of a unit for a year. A year is reported on while it runs, and filed when it is over. */
export async function beginReport(
  site: Site,
  officer: Officer,
  { unitId, period, withBelow }: Pick<MadeReport, 'unitId' | 'period' | 'withBelow'>,
): Promise<Outcome<MadeReport, BeginRefusal>> {
  const year = periodFrom(period)
  if (year?.kind !== 'year' || formOfYear(annualForms, Number(year.code)) === undefined) return refused('no-form')
  if (year.from > site.today()) return refused('period-to-come')
  return site.database.transaction(async (db) => {
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
