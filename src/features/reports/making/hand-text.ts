import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { listTasks, type StoredDuty, type StoredTask } from '../../catalogue/index.ts'
import type { Unit } from '../../organisations/index.ts'
import { createDocument, saveDraft, type Content, type Officer, type StoredDocument } from '../../publishing/index.ts'
import { goesOn } from './publication-of.ts'

export type TextRefusal = 'unit-gone' | 'text-too-long' | 'saved-meanwhile'

/** Under what a text is published: the task that it fulfils, or a line alone. */
export type OwnLine = { taskId?: number; dutyId?: number }

/** What is handed over: a text of a unit, and the publication that it has already, if any. */
export interface HandedText {
  unit: Unit
  content: Content
  document: StoredDocument | undefined
  /** Makes a second sending harmless. */
  formKey: string
  line: OwnLine
}

/** What is published of a report of any kind: for everybody, in Chinese, formed today. */
export function reportText(
  site: Site,
  { title, summary = '', body, genre }: Pick<Content, 'title' | 'body' | 'genre'> & { summary?: string },
): Content {
  return {
    ...{ attribute: 'proactive', ground: '', groundReason: '', audience: 'society', language: 'zh', title, summary, body },
    ...{ documentNumber: '', subject: '2', genre, served: 'citizens', keywords: [], formedOn: site.today() },
  }
}

/**
 * Hands a text to publishing as a draft: a new one, or a new text of the one that is under way, which voids every sign-off of the old
 * text. One that was given up or taken out of public is begun anew. Call it in a transaction that a refusal undoes.
 */
export async function handText(site: Site, officer: Officer, handed: HandedText): Promise<Outcome<StoredDocument, TextRefusal>> {
  const { unit, content, formKey, line } = handed
  const document = goesOn(handed.document)
  if (document !== undefined) {
    const saved = await saveDraft(site, officer, document.id, document.currentVersion, content)
    if (saved.ok) return done(saved.value)
    return refused(saved.refusals.includes('body-too-long') ? 'text-too-long' : 'saved-meanwhile')
  }
  const created = await createDocument(site, officer, { unitId: unit.id, content, formKey, ...line })
  if (created.ok) return done(created.value)
  return refused(created.refusals.includes('unit-gone') ? 'unit-gone' : 'text-too-long')
}

/** An open task of a unit under some of its lines, or the first of these alone where no open task fits. */
export async function findOwnLine(
  site: Site,
  unit: Unit,
  own: readonly Pick<StoredDuty, 'id'>[],
  fits: (task: StoredTask) => boolean,
): Promise<OwnLine> {
  const [first] = own
  if (first === undefined) return {}
  const asked = { unitIds: [unit.id], dutyIds: own.map(({ id }) => id), isOpen: true, limit: 1_000 }
  const task = (await listTasks(site.database.read, asked)).find(fits)
  return task === undefined ? { dutyId: first.id } : { taskId: task.id }
}
