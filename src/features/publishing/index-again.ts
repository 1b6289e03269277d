import type { Site } from '../../platform/site.ts'
import { listUnread } from './queries-entry.ts'
import { findDocument } from './queries.ts'
import { refreshSearch } from './release-document.ts'

const atOnce = 100

/** Reckons again what the index holds of documents that an older version put there, a hundred in a transaction, until all are done. */
export async function indexAgain(site: Site): Promise<void> {
  for (;;) {
    const ids = await listUnread(site.database.read, atOnce)
    if (ids.length === 0) return
    await site.database.transaction(async (db) => {
      for (const id of ids) {
        const document = await findDocument(db, id)
        if (document !== undefined) await refreshSearch(db, document)
      }
    })
  }
}
