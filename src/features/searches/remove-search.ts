import { NotFound } from '../../kernel/faults.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { deleteSaved, lockSaved } from './queries-saved.ts'
import { savedContent, savedSubject } from './subject.ts'

/** Gives up a search of one's own. */
export async function removeSearch(site: Site, personId: number, id: number): Promise<void> {
  await site.database.transaction(async (db) => {
    const saved = await lockSaved(db, personId, id)
    if (saved === undefined) throw new NotFound(savedSubject(id))
    await deleteSaved(db, id)
    const subject = savedSubject(id)
    await record(db, { at: site.now(), actor: `person:${personId}`, act: 'searches.remove', subject, content: savedContent(saved) })
  })
}
