import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { examine } from '../examine-document.ts'
import { announceChange } from '../announce-change.ts'
import { saveFilesReleased } from '../queries-files.ts'
import { saveDocument, type StoredDocument } from '../queries.ts'
import { documentContent, documentSubject, readLocked } from '../read-document.ts'
import { refreshSearch } from '../release-document.ts'
import { findBatch, listPages, saveIsClean } from './queries.ts'

const atOnce = 100

/**
 * Lets the clean pages of a batch enter, each in a transaction of its own, so that it may be cut off and run again. A page that somebody
 * has begun to change, or in which the checks of today find something, stays with people.
 */
export async function enterBatch(site: Site, batchId: number): Promise<void> {
  const batch = await findBatch(site.database.read, batchId)
  if (batch?.decision !== 'enter' || batch.decidedBy === undefined) return
  let after = 0
  for (;;) {
    const pages = await listPages(site.database.read, batchId, after, atOnce, 'waiting')
    for (const page of pages) await enterPage(site, page.documentId, `person:${batch.decidedBy}`)
    after = pages.at(-1)?.documentId ?? after
    if (pages.length < atOnce) return
  }
}

async function enterPage(site: Site, id: number, actor: string): Promise<void> {
  await site.database.transaction(async (db) => {
    const whole = await readLocked(db, id)
    if (whole === undefined || whole.document.stage !== 'draft' || whole.document.currentVersion !== 1) return
    const findings = await examine(site, db, whole.document, whole.version)
    if (findings.some((one) => one.weight !== 'advice')) return saveIsClean(db, id, false)
    const at = site.now()
    const entered: StoredDocument = { ...whole.document, stage: 'released', standing: 'published', publishedVersion: 1, publishedAt: at }
    await saveDocument(db, entered)
    await saveFilesReleased(db, id)
    await announceChange(db, id, { kind: 'released', reason: '', at, version: 1, isMinor: true })
    await refreshSearch(db, entered)
    const content = await documentContent(db, id)
    await record(db, { at, actor, act: 'publishing.enter', subject: documentSubject(id), unitId: entered.unitId, content })
  })
}
