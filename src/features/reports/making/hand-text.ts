import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { listDuties, listTasks } from '../../catalogue/index.ts'
import type { Unit } from '../../organisations/index.ts'
import { createDocument, saveDraft, type Content, type Officer, type StoredDocument } from '../../publishing/index.ts'

export type TextRefusal = 'unit-gone' | 'text-too-long' | 'saved-meanwhile'

/** What is handed over: a text of a unit for a period, and the publication that it has already, if any. */
export interface HandedText {
  unit: Unit
  content: Content
  document: StoredDocument | undefined
  /** Makes a second sending harmless. */
  formKey: string
  /** The lines under which it may be published, and the period whose task it fulfils. */
  dutyCodes: readonly string[]
  period: string
}

/**
 * Hands a text to publishing as a draft: a new one under the unit's own line, or a new text of the one that is under way. One that was
 * given up is begun anew. Answers the document's id. Call it in a transaction that a refusal undoes.
 */
export async function handText(site: Site, officer: Officer, handed: HandedText): Promise<Outcome<number, TextRefusal>> {
  const { unit, content, document, formKey } = handed
  if (document !== undefined && document.stage !== 'dropped') {
    const saved = await saveDraft(site, officer, document.id, document.currentVersion, content)
    return saved.ok ? done(saved.value.id) : refused('saved-meanwhile')
  }
  const created = await createDocument(site, officer, { unitId: unit.id, content, formKey, ...(await ownLineOf(site, handed)) })
  if (created.ok) return done(created.value.id)
  return refused(created.refusals.includes('unit-gone') ? 'unit-gone' : 'text-too-long')
}

/** The open task of the period, or the line alone where the period has none. */
async function ownLineOf(site: Site, { unit, dutyCodes, period }: HandedText): Promise<{ taskId?: number; dutyId?: number }> {
  const db = site.database.read
  const own = (await listDuties(db)).filter(({ code, unitIds }) => dutyCodes.includes(code) && unitIds.includes(unit.id))
  const dutyIds = own.map(({ id }) => id)
  if (dutyIds.length === 0) return {}
  const tasks = await listTasks(db, { unitIds: [unit.id], dutyIds, isOpen: true, limit: 1_000 })
  const task = tasks.find((one) => one.period === period)
  return task === undefined ? { dutyId: dutyIds[0] ?? 0 } : { taskId: task.id }
}
