import { asDay } from '../../../kernel/day.ts'
import { refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { listTasks } from '../../catalogue/index.ts'
import type { Unit } from '../../organisations/index.ts'
import { createDocument, saveDraft, type Content, type Officer, type StoredDocument } from '../../publishing/index.ts'
import { composeEnglish, composeText } from '../annual/compose-text.ts'
import type { Made } from '../annual/make-report.ts'
import type { FactSentence } from '../annual/sentence.ts'
import { ownRow } from '../annual/queries-lines.ts'
import type { MadeReport } from './made.ts'

export type HandRefusal = 'unit-gone' | 'text-too-long' | 'saved-meanwhile'

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

/**
 * Hands a report to publishing as a draft: a new one under the unit's own duty to publish it, or a new text of the one that is under way,
 * which voids every sign-off of the old text. Call it in a transaction that a refusal undoes.
 */
export async function handToPublishing(site: Site, officer: Officer, handed: HandedReport): Promise<Outcome<StoredDocument, HandRefusal>> {
  const { report, unit, made, document, serial } = handed
  const content = contentOf(site, handed)
  if (document !== undefined) {
    const saved = await saveDraft(site, officer, document.id, document.currentVersion, content)
    if (saved.ok) return saved
    return refused(saved.refusals.includes('body-too-long') ? 'text-too-long' : 'saved-meanwhile')
  }
  const taskId = await findOwnTask(site, unit, made)
  const created = await createDocument(site, officer, {
    ...{ unitId: unit.id, content, formKey: `reports.report:${report.id}:${serial}` },
    ...(taskId === undefined ? {} : { taskId }),
  })
  if (created.ok) return created
  return refused(created.refusals.includes('unit-gone') ? 'unit-gone' : 'text-too-long')
}

function contentOf(site: Site, { report, unit, made, facts }: HandedReport): Content {
  const title = site.words.zh('reports.annual.title', { unit: unit.nameZh, year: report.period })
  const composed = { form: made.form, cells: made.report.cells, facts, texts: report.texts }
  return {
    ...{ attribute: 'proactive', ground: '', groundReason: '', audience: 'society', language: 'zh', title, summary: '' },
    body: [composeText(site.words.zh, 'zh', composed), composeEnglish(composed)].filter((text) => text !== '').join('\n\n'),
    ...{ documentNumber: '', subject: '2', genre: 'report', served: 'citizens', keywords: [], formedOn: site.today() },
  }
}

/** The task of the unit to publish this report: one that is open, of a line that the office set apart for it, due in the year after. */
async function findOwnTask(site: Site, unit: Unit, { lines, report }: Made): Promise<number | undefined> {
  const dutyIds = lines.get(ownRow) ?? []
  if (dutyIds.length === 0) return undefined
  const year = report.year + 1
  const due = { isOpen: true, dueFrom: asDay(`${year}-01-01`), dueUntil: asDay(`${year}-12-31`), limit: 1 }
  return (await listTasks(site.database.read, { unitIds: [unit.id], dutyIds, ...due }))[0]?.id
}
