import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { pseudonymOf, type Officer } from '../../publishing/index.ts'
import { reportContent, reportSubject } from '../subject.ts'
import { coverageRefusals, type CoverageRefusal, type MadeReport } from './made.ts'
import { listFilings, lockReport, saveReport } from './queries.ts'

/** Says anew whether the numbers of a report are those of the unit alone or of all below it too, while nothing was filed. */
export async function changeCoverage(
  site: Site,
  officer: Officer,
  id: number,
  { version, withBelow }: Pick<MadeReport, 'version' | 'withBelow'>,
): Promise<Outcome<MadeReport, CoverageRefusal>> {
  return site.database.transaction(async (db) => {
    const report = await lockReport(db, id)
    if (report === undefined) throw new NotFound(reportSubject(id))
    const refusals = coverageRefusals(report, { version, filings: (await listFilings(db, [id])).length })
    if (refusals.length > 0) return refused(...refusals)
    const saved = await saveReport(db, { ...report, withBelow })
    await record(db, {
      ...{ at: site.now(), actor: pseudonymOf(officer), act: 'reports.cover', subject: reportSubject(id), unitId: report.unitId },
      content: reportContent(saved),
    })
    return done(saved)
  })
}
