import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { pseudonymOf, type Officer } from '../../publishing/index.ts'
import { periodFrom } from '../figures/period.ts'
import { reportSubject, summaryContent } from '../subject.ts'
import { insertSummary } from './queries.ts'
import { beginRefusals, type Summary, type SummaryBeginRefusal } from './summary.ts'

/** Begins the work summary of a unit for a year. Its figures are those of the unit and of all below it. */
export async function beginSummary(
  site: Site,
  officer: Officer,
  { unitId, period }: Pick<Summary, 'unitId' | 'period'>,
): Promise<Outcome<Summary, SummaryBeginRefusal>> {
  const refusals = beginRefusals(periodFrom(period), site.today())
  if (refusals.length > 0) return refused(...refusals)
  return site.database.transaction(async (db) => {
    const at = site.now()
    const summary = await insertSummary(db, { unitId, period, begunBy: officer.personId, begunAt: at })
    if (summary === undefined) return refused('begun-before')
    const subject = reportSubject(summary.id)
    await record(db, { at, actor: pseudonymOf(officer), act: 'reports.begin-summary', subject, unitId, content: summaryContent(summary) })
    return done(summary)
  })
}
