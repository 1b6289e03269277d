import { asDay } from '../../../kernel/day.ts'
import type { Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { listTasks } from '../../catalogue/index.ts'
import type { Unit } from '../../organisations/index.ts'
import type { Content, Officer, StoredDocument } from '../../publishing/index.ts'
import { composeEnglish, composeText } from '../annual/compose-text.ts'
import type { Made } from '../annual/make-report.ts'
import type { FactSentence } from '../annual/sentence.ts'
import { ownRow } from '../annual/queries-lines.ts'
import { handText, reportText, type TextRefusal } from './hand-text.ts'
import type { MadeReport } from './made.ts'

/** What is handed over: the report with its numbers, and the publication that it has already, if any. */
export interface HandedReport {
  report: MadeReport
  unit: Unit
  made: Made
  facts: ReadonlyMap<string, readonly FactSentence[]>
  document: StoredDocument | undefined
  /** Which filing it is. */
  serial: number
}

/** Hands a report to publishing as a draft under the unit's own duty to publish it. Call it in a transaction that a refusal undoes. */
export async function handToPublishing(site: Site, officer: Officer, handed: HandedReport): Promise<Outcome<StoredDocument, TextRefusal>> {
  const { report, unit, made, document, serial } = handed
  const taskId = await findOwnTask(site, unit, made)
  return handText(site, officer, {
    ...{ unit, document, content: contentOf(site, handed), formKey: `reports.report:${report.id}:${serial}` },
    line: taskId === undefined ? {} : { taskId },
  })
}

function contentOf(site: Site, { report, unit, made, facts }: HandedReport): Content {
  const title = site.words.zh('reports.annual.title', { unit: unit.nameZh, year: report.period })
  const composed = { form: made.form, cells: made.report.cells, facts, texts: report.texts }
  const body = [composeText(site.words.zh, 'zh', composed), composeEnglish(composed)].filter((text) => text !== '').join('\n\n')
  return reportText(site, { title, body, genre: 'report' })
}

/** The task of the unit to publish this report: one that is open, of a line that the office set apart for it, due in the year after. */
async function findOwnTask(site: Site, unit: Unit, { lines, report }: Made): Promise<number | undefined> {
  const dutyIds = lines.get(ownRow) ?? []
  if (dutyIds.length === 0) return undefined
  const year = report.year + 1
  const due = { isOpen: true, dueFrom: asDay(`${year}-01-01`), dueUntil: asDay(`${year}-12-31`), limit: 1 }
  return (await listTasks(site.database.read, { unitIds: [unit.id], dutyIds, ...due }))[0]?.id
}
