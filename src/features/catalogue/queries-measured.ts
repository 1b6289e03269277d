import { sql } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { TimeRule } from './rule.ts'
import type { Tables } from './tables.gen.ts'
import { confirmed, withheld } from './task.ts'

/** A duty of one unit: a column that the unit keeps. */
export interface OwedLine {
  dutyId: number
  unitId: number
  categoryId: number
  code: string
  ruleKind: TimeRule['kind']
  audience: string
  mode: string
  isRequired: boolean
  /** Since when the unit owes it, and the last day on which the duty is in force. */
  sinceOn: Day
  untilOn?: Day
}

/** Every duty with every unit that owes it, once each. */
export async function listOwedLines(db: Db): Promise<OwedLine[]> {
  const { rows } = await sql<LineRow>`
    select u.duty_id, u.unit_id, d.category_id, d.code, d.rule->>'kind' as rule_kind, d.audience, d.mode, d.is_required,
           greatest(d.since_on, u.since_on) as since_on, d.until_on
    from catalogue.duty_unit u join catalogue.duty d on d.id = u.duty_id
    order by u.duty_id, u.unit_id`.execute(using<Tables>(db))
  return rows.map((row) => ({
    dutyId: Number(row.duty_id),
    unitId: Number(row.unit_id),
    categoryId: Number(row.category_id),
    code: row.code,
    ruleKind: row.rule_kind,
    audience: row.audience,
    mode: row.mode,
    isRequired: row.is_required,
    sinceOn: asDay(row.since_on),
    untilOn: row.until_on === null ? undefined : asDay(row.until_on),
  }))
}

/** What the tasks of one duty of one unit come to. */
export interface LineOfTasks {
  dutyId: number
  unitId: number
  firstDueOn: Day
  /** The earliest due day that passed with nothing done. */
  overdueOn?: Day
  /** The last day on which a task ended without a publication: what stands was confirmed, or it was withheld with a ground. */
  settledOn?: Day
}

/** The tasks of every duty and unit, summed up in one row each. */
export async function sumTasksByLine(db: Db, today: Day): Promise<LineOfTasks[]> {
  const { rows } = await sql<{ duty_id: number; unit_id: number; first_due: string; overdue: string | null; settled: string | null }>`
    select duty_id, unit_id, min(due_on) as first_due,
           min(due_on) filter (where fulfilled_on is null and due_on < ${today}::date) as overdue,
           max(fulfilled_on) filter (where fulfilled_by in (${confirmed}, ${withheld})) as settled
    from catalogue.task group by duty_id, unit_id`.execute(using<Tables>(db))
  return rows.map((row) => ({
    dutyId: Number(row.duty_id),
    unitId: Number(row.unit_id),
    firstDueOn: asDay(row.first_due),
    overdueOn: row.overdue === null ? undefined : asDay(row.overdue),
    settledOn: row.settled === null ? undefined : asDay(row.settled),
  }))
}

/** A task of a duty of proactive disclosure that was not done by its day. */
export interface MissedTask {
  id: number
  dutyId: number
  unitId: number
  dueOn: Day
  fulfilledOn?: Day
  fulfilledBy?: string
}

/** Tasks that are past their day and still open, and those that were done after it since `lateSince`. What was withheld is left out. */
export async function listMissedTasks(db: Db, today: Day, lateSince: Day): Promise<MissedTask[]> {
  const { rows } = await sql<MissedRow>`
    select t.id, t.duty_id, t.unit_id, t.due_on, t.fulfilled_on, t.fulfilled_by
    from catalogue.task t join catalogue.duty d on d.id = t.duty_id and d.mode = 'proactive'
    where t.fulfilled_on is null and t.due_on < ${today}::date
    union all
    select t.id, t.duty_id, t.unit_id, t.due_on, t.fulfilled_on, t.fulfilled_by
    from catalogue.task t join catalogue.duty d on d.id = t.duty_id and d.mode = 'proactive'
    where t.fulfilled_on > t.due_on and t.fulfilled_on >= ${lateSince}::date and t.fulfilled_by <> ${withheld}`.execute(using<Tables>(db))
  return rows.map((row) => ({
    id: Number(row.id),
    dutyId: Number(row.duty_id),
    unitId: Number(row.unit_id),
    dueOn: asDay(row.due_on),
    fulfilledOn: row.fulfilled_on === null ? undefined : asDay(row.fulfilled_on),
    fulfilledBy: row.fulfilled_by ?? undefined,
  }))
}

/** How many tasks of a unit fell due in a month, and how they ended. */
export interface MonthOfTasks {
  unitId: number
  /** `YYYY-MM` */
  month: string
  due: number
  done: number
  /** Those among them that wanted a publication, not a confirmation. */
  publications: number
}

/** The tasks of proactive disclosure by unit and month of their due day, both days included. What was withheld is left out. */
export async function countTasksByMonth(db: Db, from: Day, until: Day): Promise<MonthOfTasks[]> {
  const { rows } = await sql<{ unit_id: number; month: string; due: number; done: number; publications: number }>`
    select t.unit_id, to_char(t.due_on, 'YYYY-MM') as month, count(*) as due, count(t.fulfilled_on) as done,
           count(*) filter (where t.fulfilled_by is distinct from ${confirmed}) as publications
    from catalogue.task t join catalogue.duty d on d.id = t.duty_id and d.mode = 'proactive'
    where t.due_on between ${from}::date and ${until}::date and t.fulfilled_by is distinct from ${withheld}
    group by 1, 2 order by 1, 2`.execute(using<Tables>(db))
  return rows.map((row) => ({
    unitId: Number(row.unit_id),
    month: row.month,
    due: Number(row.due),
    done: Number(row.done),
    publications: Number(row.publications),
  }))
}

interface LineRow {
  duty_id: number
  unit_id: number
  category_id: number
  code: string
  rule_kind: TimeRule['kind']
  audience: string
  mode: string
  is_required: boolean
  since_on: string
  until_on: string | null
}

interface MissedRow {
  id: number
  duty_id: number
  unit_id: number
  due_on: string
  fulfilled_on: string | null
  fulfilled_by: string | null
}
