import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/** The tasks that one publication fulfilled. */
export async function listTaskIdsFulfilledBy(db: Db, indexNumber: string): Promise<number[]> {
  const rows = await using<Tables>(db)
    .selectFrom('catalogue.task')
    .select('id')
    .where('fulfilled_by', '=', indexNumber)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** The publication under a task is down since a day. */
export async function saveDown(db: Db, id: number, downOn: Day): Promise<void> {
  await using<Tables>(db).updateTable('catalogue.task').set({ down_on: downOn }).where('id', '=', id).execute()
}

/** Something stands published again under a task: another text in place of the one that was taken down. */
export async function saveStanding(db: Db, id: number, indexNumber: string): Promise<void> {
  await using<Tables>(db).updateTable('catalogue.task').set({ fulfilled_by: indexNumber, down_on: null }).where('id', '=', id).execute()
}
