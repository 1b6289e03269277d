import { NotAllowed, NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { moveFormedDay } from '../catalogue/index.ts'
import { findUnit } from '../organisations/index.ts'
import { limits, type Content } from './document.ts'
import { fingerprint } from './fingerprint-content.ts'
import { findOldPage } from './imports/queries.ts'
import { officerMay, pseudonymOf, roleFor, type Officer } from './officer.ts'
import { insertStep } from './queries-chain.ts'
import { saveRelated } from './queries-files.ts'
import { insertVersion, saveDocument, type StoredDocument, type StoredVersion } from './queries.ts'
import { documentContent, documentSubject, readLocked, type WholeDocument } from './read-document.ts'
import { registerEvent, type EventRefusal } from './register-event.ts'

/** Somebody saved the document since this form was opened; `theirs` is what stands now. */
export interface SavedMeanwhile {
  theirs: StoredVersion
}

export type SaveRefusal = 'released' | 'title-too-long' | 'body-too-long' | EventRefusal

/**
 * Saves a new version of a text. `version` is the one the form was opened with. Text that is already on its way through the hands goes
 * back to the drafting table, and every sign-off given so far is void.
 */
export async function saveDraft(
  site: Site,
  officer: Officer,
  id: number,
  version: number,
  content: Content,
  relatedIds?: readonly number[],
): Promise<Outcome<StoredDocument, SaveRefusal | SavedMeanwhile>> {
  return site.database.transaction(async (db) => {
    const whole = await readLocked(db, id)
    if (whole === undefined) throw new NotFound(documentSubject(id))
    const unitPath = (await findUnit(db, whole.document.unitId))?.path ?? ''
    if (!officerMay(officer, 'documents.write', unitPath)) throw new NotAllowed('documents.write')
    const refusals = saveRefusals(whole, version, content)
    if (refusals.length > 0) return refused(...refusals)
    // What a public page links to is changed before its first release only: later it would change without anybody's hand.
    const isFirst = whole.document.publishedVersion === undefined
    const relates = isFirst && relatedIds !== undefined && !isSameSet(relatedIds, whole.relatedIds)
    if (relates) await saveRelated(db, id, relatedIds)
    const voidsHands = relates && whole.document.stage !== 'draft'
    if (voidsHands || fingerprint(content, []) !== fingerprint(whole.version, [])) {
      const task = await taskOf(site, db, officer, whole.document, content)
      if (!task.ok) return task
      return done(await saveNext(site, db, officer, { ...whole, document: { ...whole.document, taskId: task.value } }, content, unitPath))
    }
    if (relates) await recordSaved(site, db, officer, whole.document, 'publishing.relate')
    return done(whole.document)
  })
}

/** The task that the text answers: registered once the formed day is known, and following that day while the text is not out. */
async function taskOf(
  site: Site,
  db: Db,
  officer: Officer,
  document: StoredDocument,
  content: Content,
): Promise<Outcome<number | undefined, EventRefusal>> {
  // What an older site published is no promise of today: mending it registers no event and makes nobody late.
  if (document.taskId === undefined && (await findOldPage(db, document.id)) !== undefined) return done(undefined)
  if (document.taskId === undefined) return registerEvent(site, db, officer, document, content)
  const isOut = document.publishedVersion !== undefined
  if (!isOut && content.formedOn !== undefined) await moveFormedDay(site, db, pseudonymOf(officer), document.taskId, content.formedOn)
  return done(document.taskId)
}

function isSameSet(ones: readonly number[], others: readonly number[]): boolean {
  const [left, right] = [new Set(ones), new Set(others)]
  return left.size === right.size && [...left].every((one) => right.has(one))
}

function saveRefusals(whole: WholeDocument, version: number, content: Content): (SaveRefusal | SavedMeanwhile)[] {
  const refusals: (SaveRefusal | SavedMeanwhile)[] = []
  if (whole.document.stage === 'released' || whole.document.stage === 'dropped') refusals.push('released')
  else if (whole.document.currentVersion !== version) refusals.push({ theirs: whole.version })
  if (content.title.length > limits.title) refusals.push('title-too-long')
  if (content.body.length > limits.body) refusals.push('body-too-long')
  return refusals
}

async function saveNext(
  site: Site,
  db: Db,
  officer: Officer,
  whole: WholeDocument,
  content: Content,
  unitPath: string,
): Promise<StoredDocument> {
  const at = site.now()
  const number = whole.lastVersion + 1
  const wasOnItsWay = whole.document.stage !== 'draft'
  await insertVersion(db, whole.document.id, { ...content, number, savedBy: officer.personId, savedAt: at })
  const saved: StoredDocument = { ...whole.document, stage: 'draft', currentVersion: number }
  await saveDocument(db, saved)
  if (wasOnItsWay) {
    await insertStep(db, saved.id, {
      version: number,
      move: 'edit',
      personId: officer.personId,
      contentHash: fingerprint(content, whole.files),
      post: roleFor(officer, 'documents.write', unitPath),
      at,
      remark: '',
    })
  }
  await recordSaved(site, db, officer, saved, wasOnItsWay ? 'publishing.edit' : 'publishing.save')
  return saved
}

async function recordSaved(site: Site, db: Db, officer: Officer, document: StoredDocument, act: string): Promise<void> {
  await record(db, {
    at: site.now(),
    actor: pseudonymOf(officer),
    act,
    subject: documentSubject(document.id),
    unitId: document.unitId,
    content: await documentContent(db, document.id),
    details: { version: String(document.currentVersion) },
  })
}
