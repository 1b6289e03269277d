import { sql } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { Tables } from './tables.gen.ts'

/** The open tasks of one unit, by how near their day is. */
export interface OpenTasks {
  unitId: number
  overdue: number
  /** The first due day that was missed. */
  overdueSince?: Day | undefined
  /** Due from today until the given day. */
  dueSoon: number
  /** Due today or later, those due soon included. */
  inTime: number
}

/** The tasks that are open today, counted for each unit that has any. */
export async function countOpenByUnit(db: Db, { today, soon }: { today: Day; soon: Day }): Promise<OpenTasks[]> {
  const counted = await sql<{ unit_id: number; overdue: number; overdue_since: string | null; due_soon: number; in_time: number }>`
    select unit_id,
      count(*) filter (where due_on < ${today}::date) as overdue,
      min(due_on) filter (where due_on < ${today}::date) as overdue_since,
      count(*) filter (where due_on between ${today}::date and ${soon}::date) as due_soon,
      count(*) filter (where due_on >= ${today}::date) as in_time
    from catalogue.task where fulfilled_on is null and opens_on <= ${today}::date
    group by unit_id order by unit_id`.execute(using<Tables>(db))
  return counted.rows.map((row) => ({
    unitId: Number(row.unit_id),
    overdue: Number(row.overdue),
    overdueSince: row.overdue_since === null ? undefined : asDay(row.overdue_since),
    dueSoon: Number(row.due_soon),
    inTime: Number(row.in_time),
  }))
}
