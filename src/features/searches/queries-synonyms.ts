import { using, type Db } from '../../platform/database/index.ts'
import type { Group } from './group.ts'
import type { Tables } from './tables.gen.ts'

/** The city's own groups of words, oldest first. */
export async function listGroups(db: Db): Promise<Group[]> {
  return using<Tables>(db).selectFrom('searches.synonym_group').selectAll().orderBy('id').execute()
}

export async function lockGroup(db: Db, id: number): Promise<Group | undefined> {
  return using<Tables>(db).selectFrom('searches.synonym_group').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertGroup(db: Db, words: string[]): Promise<Group> {
  return using<Tables>(db).insertInto('searches.synonym_group').values({ words }).returningAll().executeTakeFirstOrThrow()
}

export async function saveWords(db: Db, group: Group): Promise<void> {
  const { id, words, version } = group
  await using<Tables>(db).updateTable('searches.synonym_group').set({ words, version }).where('id', '=', id).execute()
}

export async function deleteGroup(db: Db, id: number): Promise<void> {
  await using<Tables>(db).deleteFrom('searches.synonym_group').where('id', '=', id).execute()
}
