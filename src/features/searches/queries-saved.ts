import type { Selectable } from 'kysely'
import { using, type Db } from '../../platform/database/index.ts'
import type { SavedSearch } from './saved.ts'
import type { Tables } from './tables.gen.ts'

/** The searches that a person keeps, by name. */
export async function listSaved(db: Db, personId: number): Promise<SavedSearch[]> {
  const rows = await using<Tables>(db).selectFrom('searches.saved').selectAll().where('person_id', '=', personId).orderBy('name').execute()
  return rows.map(asSaved)
}

/** Everybody's, for the record. */
export async function listEverySaved(db: Db): Promise<SavedSearch[]> {
  return (await using<Tables>(db).selectFrom('searches.saved').selectAll().orderBy('id').execute()).map(asSaved)
}

/** One of a person's own searches, locked; nobody's else. */
export async function lockSaved(db: Db, personId: number, id: number): Promise<SavedSearch | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('searches.saved')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return row && asSaved(row)
}

/** Undefined when the person gave that name to another search a moment ago. */
export async function insertSaved(db: Db, search: Omit<SavedSearch, 'id'>): Promise<SavedSearch | undefined> {
  const row = await using<Tables>(db)
    .insertInto('searches.saved')
    .values({ person_id: search.personId, name: search.name, question: search.question, looked_at: search.lookedAt })
    .onConflict((conflict) => conflict.columns(['person_id', 'name']).doNothing())
    .returningAll()
    .executeTakeFirst()
  return row && asSaved(row)
}

export async function saveLook(db: Db, id: number, at: Date): Promise<void> {
  await using<Tables>(db).updateTable('searches.saved').set({ looked_at: at }).where('id', '=', id).execute()
}

export async function deleteSaved(db: Db, id: number): Promise<void> {
  await using<Tables>(db).deleteFrom('searches.saved').where('id', '=', id).execute()
}

function asSaved(row: Selectable<Tables['searches.saved']>): SavedSearch {
  return { id: row.id, personId: row.person_id, name: row.name, question: row.question, lookedAt: row.looked_at }
}
