import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { pseudonymOf, type Officer } from '../../publishing/index.ts'
import { identityIds } from '../annual/breach.ts'
import { formOfYear } from '../annual/form.ts'
import { annualForms } from '../load-annual-forms.ts'
import { reportContent, reportSubject } from '../subject.ts'
import { saveRefusals, type MadeReport, type SaveRefusal } from './made.ts'
import { lockReport, saveReport } from './queries.ts'

/** What people wrote, as the form sends it; `version` is the one that the form was opened with. */
export interface Written {
  version: number
  texts: Record<string, string>
  notes: Record<string, string>
}

/** Saves the judgement of a report and the explanations of what does not hold. What is left out of the form stays as it was. */
export async function saveTexts(site: Site, officer: Officer, id: number, form: Written): Promise<Outcome<MadeReport, SaveRefusal>> {
  return site.database.transaction(async (db) => {
    const report = await lockReport(db, id)
    if (report === undefined) throw new NotFound(reportSubject(id))
    const numerals = formOfYear(annualForms, Number(report.period))?.sections.map(({ numeral }) => numeral) ?? []
    const refusals = saveRefusals(report, form, numerals, identityIds)
    if (refusals.length > 0) return refused(...refusals)
    const saved = await saveReport(db, { ...report, texts: { ...report.texts, ...form.texts }, notes: { ...report.notes, ...form.notes } })
    await record(db, {
      ...{ at: site.now(), actor: pseudonymOf(officer), act: 'reports.write', subject: reportSubject(id), unitId: report.unitId },
      content: reportContent(saved),
    })
    return done(saved)
  })
}
