import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { joinTransaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { freezeFiling } from '../making/freeze-filing.ts'
import { stateOf, type Filing } from '../making/made.ts'
import { listFilings, listJudgements, lockReport } from '../making/queries.ts'
import { filingContent } from '../making/tell-filing.ts'
import { filingSubject, reportSubject } from '../subject.ts'
import { freezeStatement, makeStatement } from './make-statement.ts'
import { explanationKey, statementRefusals, wordsKey, type Statement, type StatementRefusal } from './statement.ts'

/** Files a statement: freezes its numbers with the records behind each. It is not published. Filed again, it is another filing. */
export async function fileStatement(
  site: Site,
  personId: number,
  id: number,
  version: number,
): Promise<Outcome<Filing<Statement>, StatementRefusal>> {
  return site.database.transaction(async (db) => {
    const joined = { ...site, database: joinTransaction(site.database, db) }
    const report = await lockReport(db, id)
    const unit = report && (await findUnit(db, report.unitId))
    const made = report && unit && (await makeStatement(joined, unit, report, site.today()))
    if (report === undefined || made === undefined) throw new NotFound(reportSubject(id))
    const before = (await listFilings<Statement>(db, [id]))[0]
    const state = stateOf(report, before, before && (await listJudgements(db, [before.id])).get(before.id))
    const refusals = statementRefusals(report, { ...made, version, state, today: site.today() })
    if (refusals.length > 0) return refused(...refusals)
    const filing = await freezeFiling<Statement>(site, db, personId, {
      ...{ reportId: id, serial: (before?.serial ?? 0) + 1, ...(await freezeStatement(joined, made)) },
      texts: { [wordsKey]: made.content.words, [explanationKey]: made.content.explanation },
    })
    await record(db, {
      ...{ at: site.now(), actor: `person:${personId}`, unitId: report.unitId },
      ...{ act: 'reports.file', subject: filingSubject(filing.id), content: await filingContent(db, filing) },
    })
    return done(filing)
  })
}
