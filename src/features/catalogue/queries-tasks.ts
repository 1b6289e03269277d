import type { Selectable } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { Period } from './rule.ts'
import type { Tables } from './tables.gen.ts'
import { confirmed, handedIn, withheld, type Task } from './task.ts'

export interface StoredTask extends Task {
  id: number
  dutyId: number
  unitId: number
  matter: string
  fulfilledBy?: string
}

/** A unit that owes a duty, and the day since which it does. */
export interface Owing {
  unitId: number
  sinceOn: Day
}

/** The units that owe a duty, each with the day since which it does. */
export async function listOwing(db: Db, dutyId: number): Promise<Owing[]> {
  const rows = await using<Tables>(db)
    .selectFrom('catalogue.duty_unit')
    .selectAll()
    .where('duty_id', '=', dutyId)
    .orderBy('unit_id')
    .execute()
  return rows.map((row) => ({ unitId: row.unit_id, sinceOn: asDay(row.since_on) }))
}

/** Which occurrences of a duty are laid out already, as `unit period`. */
export async function listLaidOut(db: Db, dutyId: number): Promise<Set<string>> {
  const rows = await using<Tables>(db).selectFrom('catalogue.task').select(['unit_id', 'period']).where('duty_id', '=', dutyId).execute()
  return new Set(rows.map((row) => `${row.unit_id} ${row.period}`))
}

/** Lays a task out unless it is there already; gives the new task's id, or undefined. */
export async function insertTask(
  db: Db,
  task: { dutyId: number; unitId: number; matter: string; formedOn?: Day; at: Date } & Omit<Period, 'name'> & { period: string },
): Promise<number | undefined> {
  const row = await using<Tables>(db)
    .insertInto('catalogue.task')
    .values({
      duty_id: task.dutyId,
      unit_id: task.unitId,
      period: task.period,
      matter: task.matter,
      formed_on: task.formedOn ?? null,
      opens_on: task.opensOn,
      due_on: task.dueOn,
      is_provisional: task.isProvisional,
      created_at: task.at,
    })
    .onConflict((conflict) => conflict.columns(['duty_id', 'unit_id', 'period']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** How many events of a duty a unit has registered; their tasks are numbered by it. Call with the duty locked. */
export async function countEvents(db: Db, dutyId: number, unitId: number): Promise<number> {
  const row = await using<Tables>(db)
    .selectFrom('catalogue.task')
    .select((one) => one.fn.countAll<number>().as('n'))
    .where('duty_id', '=', dutyId)
    .where('unit_id', '=', unitId)
    .where('period', 'like', 'event-%')
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** A matter that a unit has registered already under a duty: the same words, formed on the same day. */
export async function findMatter(
  db: Db,
  matter: { dutyId: number; unitId: number; matter: string; formedOn: Day },
): Promise<StoredTask | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('catalogue.task')
    .selectAll()
    .where('duty_id', '=', matter.dutyId)
    .where('unit_id', '=', matter.unitId)
    .where('formed_on', '=', matter.formedOn)
    .where('matter', '=', matter.matter)
    .executeTakeFirst()
  return row && asTask(row)
}

/** The index number of the last publication that fulfilled a task of a duty for a unit; confirmations are passed over. */
export async function findLastPublication(db: Db, dutyId: number, unitId: number): Promise<string | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('catalogue.task')
    .select('fulfilled_by')
    .where('duty_id', '=', dutyId)
    .where('unit_id', '=', unitId)
    .where('fulfilled_by', 'not in', [confirmed, withheld, handedIn])
    .orderBy('fulfilled_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.fulfilled_by ?? undefined
}

export async function findTask(db: Db, id: number): Promise<StoredTask | undefined> {
  const row = await using<Tables>(db).selectFrom('catalogue.task').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asTask(row)
}

export async function lockTask(db: Db, id: number): Promise<StoredTask | undefined> {
  const row = await using<Tables>(db).selectFrom('catalogue.task').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && asTask(row)
}

/** Marks a task fulfilled by a publication, or without one: confirmed, or withheld with a ground. */
export async function saveFulfilled(db: Db, id: number, on: Day, by: string): Promise<void> {
  await using<Tables>(db).updateTable('catalogue.task').set({ fulfilled_on: on, fulfilled_by: by }).where('id', '=', id).execute()
}

/** Saves the day an event was formed, and the days that follow from it. */
export async function saveFormed(
  db: Db,
  id: number,
  task: { formedOn: Day; opensOn: Day; dueOn: Day; isProvisional: boolean },
): Promise<void> {
  const { formedOn, opensOn, dueOn, isProvisional } = task
  const row = { formed_on: formedOn, opens_on: opensOn, due_on: dueOn, is_provisional: isProvisional }
  await using<Tables>(db).updateTable('catalogue.task').set(row).where('id', '=', id).execute()
}

/** Saves a due day that was counted anew. */
export async function saveDue(db: Db, id: number, due: { dueOn: Day; isProvisional: boolean }): Promise<void> {
  const row = { due_on: due.dueOn, is_provisional: due.isProvisional }
  await using<Tables>(db).updateTable('catalogue.task').set(row).where('id', '=', id).execute()
}

export interface TaskFilter {
  ids?: readonly number[]
  unitIds?: readonly number[]
  dutyIds?: readonly number[]
  isOpen?: boolean
  dueFrom?: Day
  dueUntil?: Day
  opensFrom?: Day
  opensUntil?: Day
  /** Only those that were fulfilled after their due day, or only those that were fulfilled by then. */
  isLate?: boolean
  /** Leave out what was withheld with a ground: nothing was owed to the public there. */
  isPromised?: true
  /** By due day, the latest first; else the earliest first. */
  isLatestFirst?: boolean
  /** The list goes on after this task: its due day and id. */
  after?: { dueOn: Day; id: number }
  limit: number
}

/** Tasks in the order of their due day, the earliest first unless told. */
export async function listTasks(db: Db, filter: TaskFilter): Promise<StoredTask[]> {
  if ([filter.ids, filter.unitIds, filter.dutyIds].some((ids) => ids?.length === 0)) return []
  const order = filter.isLatestFirst === true ? 'desc' : 'asc'
  let query = using<Tables>(db).selectFrom('catalogue.task').selectAll().orderBy('due_on', order).orderBy('id', order).limit(filter.limit)
  if (filter.ids) query = query.where('id', 'in', filter.ids)
  if (filter.unitIds) query = query.where('unit_id', 'in', filter.unitIds)
  if (filter.dutyIds) query = query.where('duty_id', 'in', filter.dutyIds)
  if (filter.isOpen === true) query = query.where('fulfilled_on', 'is', null)
  if (filter.isOpen === false) query = query.where('fulfilled_on', 'is not', null)
  if (filter.dueFrom) query = query.where('due_on', '>=', filter.dueFrom)
  if (filter.dueUntil) query = query.where('due_on', '<=', filter.dueUntil)
  if (filter.opensUntil) query = query.where('opens_on', '<=', filter.opensUntil)
  if (filter.opensFrom) query = query.where('opens_on', '>=', filter.opensFrom)
  if (filter.isPromised) query = query.where((one) => one.or([one('fulfilled_by', 'is', null), one('fulfilled_by', '!=', withheld)]))
  if (filter.isLate !== undefined) query = query.whereRef('fulfilled_on', filter.isLate ? '>' : '<=', 'due_on')
  const { after } = filter
  if (after) query = query.where((one) => one(one.refTuple('due_on', 'id'), order === 'asc' ? '>' : '<', one.tuple(after.dueOn, after.id)))
  return (await query.execute()).map(asTask)
}

function asTask(row: Selectable<Tables['catalogue.task']>): StoredTask {
  return {
    id: row.id,
    dutyId: row.duty_id,
    unitId: row.unit_id,
    period: row.period,
    matter: row.matter,
    formedOn: row.formed_on === null ? undefined : asDay(row.formed_on),
    opensOn: asDay(row.opens_on),
    dueOn: asDay(row.due_on),
    isProvisional: row.is_provisional,
    fulfilledOn: row.fulfilled_on === null ? undefined : asDay(row.fulfilled_on),
    fulfilledBy: row.fulfilled_by ?? undefined,
  }
}
