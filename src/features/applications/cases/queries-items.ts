import type { Selectable } from 'kysely'
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

/** Writes down what is asked for, one line for each matter, and answers the lines in their order. */
export async function insertItems(db: Db, applicationId: number, words: readonly string[]): Promise<StoredItem[]> {
  const rows = await using<Tables>(db)
    .insertInto('applications.item')
    .values(words.map((text, at) => ({ application_id: applicationId, position: at + 1, words: text })))
    .returningAll()
    .execute()
  return rows.map(asItem).sort((one, other) => one.position - other.position)
}

export async function listItems(db: Db, applicationId: number): Promise<StoredItem[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.item')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('position')
    .execute()
  return rows.map(asItem)
}

function asItem(row: Selectable<Tables['applications.item']>): StoredItem {
  const { id, position, words, leaf, ground, facts, harm, discretion, search, pointer, withheld } = row
  return { id, position, words, leaf, ground, facts, harm, discretion, search, pointer, withheld }
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
