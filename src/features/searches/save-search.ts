import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { insertSaved, listSaved } from './queries-saved.ts'
import { namedSearch, type SavedRefusal, type SavedSearch } from './saved.ts'
import { savedContent, savedSubject } from './subject.ts'

/** Keeps a search of one's own under a name. What is there now counts as seen. */
export async function saveSearch(
  site: Site,
  personId: number,
  wish: { name: string; question: string },
): Promise<Outcome<SavedSearch, SavedRefusal>> {
  return site.database.transaction(async (db) => {
    const outcome = namedSearch(wish, await listSaved(db, personId))
    if (!outcome.ok) return outcome
    const saved = await insertSaved(db, { ...outcome.value, personId, lookedAt: site.now() })
    if (saved === undefined) return refused('name-taken')
    await record(db, {
      at: site.now(),
      actor: `person:${personId}`,
      act: 'searches.save',
      subject: savedSubject(saved.id),
      content: savedContent(saved),
    })
    return done(saved)
  })
}
