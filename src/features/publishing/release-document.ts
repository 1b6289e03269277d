import { dayOf } from '../../kernel/day.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { plainText } from '../../platform/text/markdown.ts'
import { findDuty, fulfilTask, listCategories, moveFormedDay, standPublished, withheld } from '../catalogue/index.ts'
import { findUnit } from '../organisations/index.ts'
import { listCoIssuerPaths } from './agreements/queries.ts'
import { releaseForOthers } from './agreements/release-for-others.ts'
import { announceChange } from './announce-change.ts'
import { isPublic, showsText } from './document.ts'
import { saveReviewed } from './emergencies/queries.ts'
import { listPublicTexts, searchedCharacters } from './files/queries-reading.ts'
import { findOldPage } from './imports/queries.ts'
import { saveFilesReleased } from './queries-files.ts'
import { saveSearchEntry } from './queries-entry.ts'
import { findVersion, saveDocument, type StoredDocument } from './queries.ts'
import type { WholeDocument } from './read-document.ts'

/**
 * Makes a signed version the public one, in the signature's own transaction: the time is the server's, the task is fulfilled, the
 * search knows it. What is withheld or given on application only is kept, not published; its task ends with that decision.
 */
export async function release(site: Site, db: Db, actor: string, whole: WholeDocument): Promise<StoredDocument> {
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
    changeIsMinor: undefined,
    changeHidesEarlier: undefined,
  }
  await saveDocument(db, released)
  await saveFilesReleased(db, document.id)
  if (isPublished)
    await announceChange(db, document.id, {
      kind: isFirst ? 'released' : (document.changeKind ?? 'corrected'),
      reason: document.changeReason,
      at,
      version: document.currentVersion,
      ...(document.changeIsMinor ? { isMinor: true as const } : {}),
      ...(document.changeHidesEarlier ? { hidesEarlier: true as const } : {}),
    })
  if (document.taskId !== undefined) {
    if (version.formedOn !== undefined) await moveFormedDay(site, db, actor, document.taskId, version.formedOn)
    const by = isPublished ? document.indexNumber : withheld
    await fulfilTask(site, db, actor, document.taskId, by, site.today())
  }
  const { dutyId, unitId, indexNumber } = document
  if (isPublished && dutyId !== undefined) await standPublished(site, db, actor, { dutyId, unitId, indexNumber })
  // What the four hands release now stands in for the review that an emergency release still owed.
  await saveReviewed(db, document.id, { outcome: 'superseded', opinion: '', reviewedBy: undefined, reviewedAt: at })
  await releaseForOthers(site, db, actor, released)
  await refreshSearch(db, released)
  return released
}

/** Brings the public index in line with a document: in it while it is published or cancelled, else out of it. */
export async function refreshSearch(db: Db, document: StoredDocument): Promise<void> {
  const version = document.publishedVersion === undefined ? undefined : await findVersion(db, document.id, document.publishedVersion)
  const isFindable =
    version !== undefined && isPublic({ standing: document.standing, audience: version.audience }) && showsText(document.standing)
  if (!isFindable || document.publishedAt === undefined) return saveSearchEntry(db, document.id, undefined)
  const duty = document.dutyId === undefined ? undefined : await findDuty(db, document.dutyId)
  const category = duty && (await listCategories(db)).find((one) => one.id === duty.categoryId)
  const unit = await findUnit(db, document.unitId)
  await saveSearchEntry(db, document.id, {
    unitId: document.unitId,
    unitPath: unit?.path ?? '/',
    coIssuerPaths: await listCoIssuerPaths(db, document.id),
    categoryId: category?.id,
    categoryPath: category?.path ?? '',
    dutyId: document.dutyId,
    genre: version.genre,
    language: version.language,
    // Lists stand in the order in which things became public, here or on the older site.
    publishedOn: (await findOldPage(db, document.id))?.publishedOn ?? dayOf(document.publishedAt),
    audience: version.audience,
    fields: {
      title: version.title,
      summary: version.summary,
      keywords: version.keywords.join(' '),
      // What stands in a file counts as little as what stands in the text.
      body: [plainText(version.body), ...(await listPublicTexts(db, document.id, searchedCharacters))].join('\n'),
      numbers: [document.indexNumber, version.documentNumber],
    },
  })
}
