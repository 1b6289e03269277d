import { NotFound } from '../../kernel/faults.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { deleteGroup, lockGroup } from './queries-synonyms.ts'
import { groupContent, groupSubject } from './subject.ts'

/** Takes one of the city's own groups of words away. */
export async function removeGroup(site: Site, actor: string, id: number): Promise<void> {
  await site.database.transaction(async (db) => {
    const group = await lockGroup(db, id)
    if (group === undefined) throw new NotFound(groupSubject(id))
    await deleteGroup(db, id)
    const subject = groupSubject(id)
    await record(db, { at: site.now(), actor, act: 'searches.remove', subject, content: groupContent(group) })
  })
}
