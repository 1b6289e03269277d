import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findKeeper, findUnit } from '../../organisations/index.ts'
import { pseudonymOf, type Officer } from '../../publishing/index.ts'
import { filingSubject, reportSubject } from '../subject.ts'
import { judgeRefusals, officeOf, stateOf, type Filing, type Judgement, type JudgeRefusal } from './made.ts'
import { filingContent } from './tell-filing.ts'
import { insertJudgement, listFilings, listJudgements, lockReport } from './queries.ts'

/** The office accepts what a unit filed, or returns it with a remark. */
export async function judgeFiling(
  site: Site,
  officer: Officer,
  reportId: number,
  asked: { filingId: number; verdict: Judgement['verdict']; remark: string },
): Promise<Outcome<Filing, JudgeRefusal>> {
  return site.database.transaction(async (db) => {
    const report = await lockReport(db, reportId)
    const unit = report && (await findUnit(db, report.unitId))
    const officeId = unit && officeOf(officer.posts, (await findKeeper(db, unit, site.today())).path)
    if (report === undefined || officeId === undefined) throw new NotFound(reportSubject(reportId))
    const filing = (await listFilings(db, [reportId]))[0]
    const before = filing && (await listJudgements(db, [filing.id])).get(filing.id)
    const refusals = judgeRefusals(stateOf(report, filing, before), filing, asked)
    if (refusals.length > 0 || filing === undefined) return refused(...refusals)
    const at = site.now()
    await insertJudgement(db, {
      filingId: filing.id,
      verdict: asked.verdict,
      remark: asked.remark.trim(),
      by: officer.personId,
      officeId,
      at,
    })
    await record(db, {
      ...{ at, actor: pseudonymOf(officer), act: `reports.${asked.verdict === 'accepted' ? 'accept' : 'return'}` },
      ...{ subject: filingSubject(filing.id), unitId: report.unitId, reason: asked.remark.trim() },
      content: await filingContent(db, filing),
    })
    return done(filing)
  })
}
