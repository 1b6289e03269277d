import { NotFound } from '../../kernel/faults.ts'
import type { Site } from '../../platform/site.ts'
import { lockSaved, saveLook } from './queries-saved.ts'
import type { SavedSearch } from './saved.ts'
import { savedSubject } from './subject.ts'

/**
 * Somebody looks at a search of their own: what is there now counts as seen. A bookmark's place is nobody else's business, so the
 * record does not hold it.
 */
export async function lookAtSearch(site: Site, personId: number, id: number): Promise<SavedSearch> {
  return site.database.transaction(async (db) => {
    const saved = await lockSaved(db, personId, id)
    if (saved === undefined) throw new NotFound(savedSubject(id))
    await saveLook(db, id, site.now())
    return saved
  })
}
