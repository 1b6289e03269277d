import { NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { grouped, type Group, type GroupRefusal } from './group.ts'
import { insertGroup, lockGroup, saveWords } from './queries-synonyms.ts'
import { groupContent, groupSubject } from './subject.ts'

/** A group as it was typed; with `id` and the version that was seen, it changes one that stands. */
export interface TypedGroup {
  typed: string
  existing?: { id: number; version: number }
}

/** Lays down words that mean the same in this city, or changes such a group. Every search knows them from then on. */
export async function saveGroup(site: Site, actor: string, { typed, existing }: TypedGroup): Promise<Outcome<Group, GroupRefusal>> {
  return site.database.transaction(async (db) => {
    const before = existing && (await lockGroup(db, existing.id))
    if (existing !== undefined && before === undefined) throw new NotFound(groupSubject(existing.id))
    const outcome = grouped(typed)
    if (!outcome.ok) return outcome
    if (before !== undefined && before.version !== existing?.version) return refused('edited-meanwhile')
    const group =
      before === undefined ? await insertGroup(db, outcome.value) : { ...before, words: outcome.value, version: before.version + 1 }
    if (before !== undefined) await saveWords(db, group)
    await record(db, {
      at: site.now(),
      actor,
      act: 'searches.synonyms',
      subject: groupSubject(group.id),
      content: groupContent(group),
    })
    return done(group)
  })
}
