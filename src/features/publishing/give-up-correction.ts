import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { saveFilesRestored } from './queries-files.ts'
import { saveDocument, type StoredDocument } from './queries.ts'

/** The published text was never away: it becomes the current one again, with the files that came with it. */
export async function giveUpCorrection(site: Site, db: Db, document: StoredDocument, version: number): Promise<StoredDocument> {
  const restored: StoredDocument = {
    ...document,
    stage: 'released',
    currentVersion: version,
    changeKind: undefined,
    changeReason: '',
    changeIsMinor: undefined,
    changeHidesEarlier: undefined,
  }
  await saveDocument(db, restored)
  await saveFilesRestored(db, document.id, site.now())
  return restored
}
