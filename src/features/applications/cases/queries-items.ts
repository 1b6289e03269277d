import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/** One thing that was asked for, and what was decided about it; `leaf` is empty while nothing is. */
export interface StoredItem {
  id: number
  position: number
  words: string
  leaf: string
  ground: string
  facts: string
  harm: string
  discretion: string
  search: string
  pointer: string
  /** Of a part that is not handed over: the leaves under which it is withheld. */
  withheld: string[]
}

export async function insertItems(db: Db, applicationId: number, words: readonly string[]): Promise<void> {
  await using<Tables>(db)
    .insertInto('applications.item')
    .values(words.map((text, at) => ({ application_id: applicationId, position: at + 1, words: text })))
    .execute()
}

export async function listItems(db: Db, applicationId: number): Promise<StoredItem[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.item')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('position')
    .execute()
  return rows.map(({ id, position, words, leaf, ground, facts, harm, discretion, search, pointer, withheld }) => ({
    ...{ id, position, words, leaf, ground, facts, harm, discretion, search, pointer, withheld },
  }))
}

/** Writes down what is decided about an item. */
export async function saveItem(db: Db, item: StoredItem): Promise<void> {
  const { leaf, ground, facts, harm, discretion, search, pointer, withheld } = item
  await using<Tables>(db)
    .updateTable('applications.item')
    .set({ leaf, ground, facts, harm, discretion, search, pointer, withheld })
    .where('id', '=', item.id)
    .execute()
}
