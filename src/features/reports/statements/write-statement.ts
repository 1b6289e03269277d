import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { saveRefusals, type MadeReport, type SaveRefusal } from '../making/made.ts'
import { lockReport, saveReport } from '../making/queries.ts'
import { reportContent, reportSubject } from '../subject.ts'
import { explanationKey, wordsKey } from './statement.ts'

/** What people wrote in a statement; `version` is the one that the form was opened with. */
export interface StatementWords {
  version: number
  words: string
  explanation: string
}

/** Saves the unit's words in a statement, and why figures contradict each other where they do. */
export async function writeStatement(
  site: Site,
  personId: number,
  id: number,
  { version, words, explanation }: StatementWords,
): Promise<Outcome<MadeReport, SaveRefusal>> {
  return site.database.transaction(async (db) => {
    const report = await lockReport(db, id)
    if (report === undefined) throw new NotFound(reportSubject(id))
    const written = { texts: { [wordsKey]: words.trim() }, notes: { [explanationKey]: explanation.trim() } }
    const refusals = saveRefusals(report, { version, ...written }, [wordsKey], [explanationKey])
    if (refusals.length > 0) return refused(...refusals)
    const saved = await saveReport(db, { ...report, ...written })
    await record(db, {
      ...{ at: site.now(), actor: `person:${personId}`, act: 'reports.write', subject: reportSubject(id), unitId: report.unitId },
      content: reportContent(saved),
    })
    return done(saved)
  })
}
