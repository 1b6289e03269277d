import { dayOf } from '../../kernel/day.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { plainText } from '../../platform/text/markdown.ts'
import { findDuty, fulfilTask, listCategories, moveFormedDay, standPublished, withheld } from '../catalogue/index.ts'
import { findUnit } from '../organisations/index.ts'
import { isPublic } from './document.ts'
import { pseudonymOf, type Officer } from './officer.ts'
import { insertPublicChange } from './queries-chain.ts'
import { saveFilesReleased } from './queries-files.ts'
import { saveSearchEntry } from './queries-public.ts'
import { findVersion, saveDocument, type StoredDocument } from './queries.ts'
import type { WholeDocument } from './read-document.ts'

/**
 * Makes a signed version the public one, in the signature's own transaction: the time is the server's, the task is fulfilled, the
 * search knows it. What is withheld or given on application only is kept, not published; its task ends with that decision.
 */
export async function release(site: Site, db: Db, officer: Officer, whole: WholeDocument): Promise<StoredDocument> {
  const { document, version } = whole
  const isFirst = document.publishedAt === undefined
  const at = site.now()
  const isPublished = version.attribute === 'proactive'
  const released: StoredDocument = {
    ...document,
    stage: 'released',
    standing: isPublished ? 'published' : 'kept',
    publishedVersion: document.currentVersion,
    publishedAt: document.publishedAt ?? (isPublished ? at : undefined),
    changeKind: undefined,
    changeReason: '',
  }
  await saveDocument(db, released)
  await saveFilesReleased(db, document.id)
  if (isPublished)
    await insertPublicChange(db, document.id, { kind: isFirst ? 'released' : 'corrected', reason: document.changeReason, at })
  if (document.taskId !== undefined) {
    if (version.formedOn !== undefined) await moveFormedDay(site, db, pseudonymOf(officer), document.taskId, version.formedOn)
    const by = isPublished ? document.indexNumber : withheld
    await fulfilTask(site, db, pseudonymOf(officer), document.taskId, by, site.today())
  }
  const { dutyId, unitId, indexNumber } = document
  if (isPublished && dutyId !== undefined) await standPublished(site, db, pseudonymOf(officer), { dutyId, unitId, indexNumber })
  await refreshSearch(db, released)
  return released
}

/** Brings the public index in line with a document: in it while it is published or cancelled, else out of it. */
export async function refreshSearch(db: Db, document: StoredDocument): Promise<void> {
  const version = document.publishedVersion === undefined ? undefined : await findVersion(db, document.id, document.publishedVersion)
  const isFindable = version !== undefined && isPublic({ standing: document.standing, audience: version.audience }) && stays(document)
  if (!isFindable || document.publishedAt === undefined) return saveSearchEntry(db, document.id, undefined)
  const duty = document.dutyId === undefined ? undefined : await findDuty(db, document.dutyId)
  const category = duty && (await listCategories(db)).find((one) => one.id === duty.categoryId)
  const unit = await findUnit(db, document.unitId)
  await saveSearchEntry(db, document.id, {
    unitPath: unit?.path ?? '/',
    categoryPath: category?.path ?? '',
    publishedOn: dayOf(document.publishedAt),
    audience: version.audience,
    fields: {
      title: version.title,
      summary: version.summary,
      keywords: version.keywords.join(' '),
      body: plainText(version.body),
      numbers: [document.indexNumber, version.documentNumber],
    },
  })
}

const stays = (document: StoredDocument): boolean => document.standing === 'published' || document.standing === 'cancelled'
