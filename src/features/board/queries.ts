import { sql } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { Tables } from './tables.gen.ts'

/** One act of reminding, and what each unit was told. */
export interface Reminder {
  id: number
  remindedOn: Day
  byId: number
  units: RemindedUnit[]
}

export interface RemindedUnit {
  unitId: number
  overdue: number
  dueSoon: number
  waiting: number
}

/** Lets one act of reminding wait for another, so that nobody is reminded twice. */
export async function lockReminders(db: Db): Promise<void> {
  await sql`lock table board.reminder in share row exclusive mode`.execute(using<Tables>(db))
}

/** The last day on which each unit was reminded. */
export async function listLastReminded(db: Db): Promise<Map<number, Day>> {
  const rows = await using<Tables>(db)
    .selectFrom('board.reminder_unit')
    .select((one) => ['unit_id', one.fn.max('reminded_on').as('last')])
    .groupBy('unit_id')
    .execute()
  return new Map(rows.map((row) => [row.unit_id, asDay(String(row.last))]))
}

export async function insertReminder(db: Db, reminder: Omit<Reminder, 'id'> & { at: Date }): Promise<Reminder> {
  const { remindedOn, byId, at, units } = reminder
  const { id } = await using<Tables>(db)
    .insertInto('board.reminder')
    .values({ reminded_on: remindedOn, by_id: byId, at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await using<Tables>(db)
    .insertInto('board.reminder_unit')
    .values(
      units.map((unit) => ({
        reminder_id: id,
        unit_id: unit.unitId,
        reminded_on: remindedOn,
        overdue: unit.overdue,
        due_soon: unit.dueSoon,
        waiting: unit.waiting,
      })),
    )
    .execute()
  return { id, remindedOn, byId, units }
}

/** Every reminder with its units, the oldest first, for those who check the whole record. */
export async function listReminders(db: Db): Promise<Reminder[]> {
  const [reminders, units] = await Promise.all([
    using<Tables>(db).selectFrom('board.reminder').selectAll().orderBy('id').execute(),
    using<Tables>(db).selectFrom('board.reminder_unit').selectAll().orderBy('unit_id').execute(),
  ])
  return reminders.map((row) => ({
    id: row.id,
    remindedOn: asDay(row.reminded_on),
    byId: row.by_id,
    units: units
      .filter((unit) => unit.reminder_id === row.id)
      .map((unit) => ({
        unitId: unit.unit_id,
        overdue: unit.overdue,
        dueSoon: unit.due_soon,
        waiting: unit.waiting,
      })),
  }))
}
