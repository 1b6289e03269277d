import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { joinTransaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { pseudonymOf, type Officer } from '../../publishing/index.ts'
import { workSummary } from '../load-work-summary.ts'
import { reportSubject, summaryContent } from '../subject.ts'
import { makeSummary } from './make-summary.ts'
import { lockSummary, saveSummary } from './queries.ts'
import { saveRefusals, type Summary, type SummaryForm, type SummarySaveRefusal } from './summary.ts'

/** Saves what people wrote under the headings, and which of the proposed problems they take over. */
export async function writeSummary(
  site: Site,
  officer: Officer,
  id: number,
  form: SummaryForm,
): Promise<Outcome<Summary, SummarySaveRefusal>> {
  return site.database.transaction(async (db) => {
    const summary = await lockSummary(db, id)
    const unit = summary && (await findUnit(db, summary.unitId))
    const joined = { ...site, database: joinTransaction(site.database, db) }
    const made = summary && unit && (await makeSummary(joined, unit, summary, site.today()))
    if (summary === undefined || made === undefined) throw new NotFound(reportSubject(id))
    const refusals = saveRefusals(summary, form, workSummary.headings, made.proposed)
    if (refusals.length > 0) return refused(...refusals)
    const taken = [...new Set(form.taken)].toSorted()
    const saved = await saveSummary(db, { ...summary, texts: { ...summary.texts, ...form.texts }, taken })
    await record(db, {
      ...{ at: site.now(), actor: pseudonymOf(officer), act: 'reports.write-summary', subject: reportSubject(id) },
      ...{ unitId: summary.unitId, content: summaryContent(saved) },
    })
    return done(saved)
  })
}
