import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { countGroups, using, type Db } from '../../platform/database/index.ts'
import { lastDay, type GroupedCounts, type Grouping, type Scope } from '../../platform/facts.ts'
import type { Tables } from './tables.gen.ts'
import { withheld } from './task.ts'

/** How tasks that fell due in a period can stand on the day of the cut-off. */
export const taskStands = ['due', 'in-time', 'late', 'overdue'] as const
export type TaskStand = (typeof taskStands)[number]

/** A task as a figure lists it. */
export interface CountedTask {
  id: number
  unitId: number
  titleZh: string
  titleEn: string
  period: string
  matter: string
  dueOn: Day
  /** The public is told of the line that it follows. */
  isOpen: boolean
}

/** How many tasks stand in each of these ways. */
export async function countTaskFacts(db: Db, scope: Scope, stands: readonly TaskStand[], by: Grouping): Promise<GroupedCounts> {
  const filters = stands.map((stand) => counted(scope, stand))
  const counting = { rows: inScope(scope), filters, unit: sql`t.unit_id`, days: stands.map(() => sql`t.due_on`) }
  return countGroups(using<Tables>(db), counting, by)
}

/** The ids of the same tasks, in order. */
export async function listTaskIds(db: Db, scope: Scope, stand: TaskStand): Promise<number[]> {
  const { rows } = await sql<{ ids: number[] | null }>`
    select array_agg(t.id order by t.id) as ids ${inScope(scope)} and ${counted(scope, stand)}`.execute(using<Tables>(db))
  return (rows[0]?.ids ?? []).map(Number)
}

/** The same tasks as lines, after an id. */
export async function listTaskLines(db: Db, scope: Scope, stand: TaskStand, after: number, limit: number): Promise<CountedTask[]> {
  const { rows } = await sql<
    { id: number; unit_id: number; due_on: string; is_open: boolean } & Record<'title_zh' | 'title_en' | 'period' | 'matter', string>
  >`
    select t.id, t.unit_id, d.title_zh, d.title_en, t.period, t.matter, t.due_on, d.audience <> 'staff' as is_open ${inScope(scope)} and ${counted(scope, stand)} and t.id > ${after}
    order by t.id limit ${limit}`.execute(using<Tables>(db))
  return rows.map((row) => ({
    ...{ id: Number(row.id), unitId: Number(row.unit_id), titleZh: row.title_zh, titleEn: row.title_en },
    ...{ period: row.period, matter: row.matter, dueOn: asDay(row.due_on), isOpen: row.is_open },
  }))
}

/**
 * The period says which tasks are asked, the cut-off how they stand: what was done after the period and before the cut-off is done. What was
 * withheld with a ground is no promise that could be broken. What falls due on the day of the cut-off and is not done has until the end of
 * that day: it is counted from the next day on.
 */
function inScope(scope: Scope): RawBuilder<unknown> {
  return sql`from catalogue.task t join catalogue.duty d on d.id = t.duty_id and d.mode = 'proactive'
    where t.unit_id = any(${scope.unitIds}::bigint[]) and t.due_on >= ${scope.from}::date and t.due_on <= ${lastDay(scope)}::date
      and (t.due_on < ${scope.cutOff}::date or t.fulfilled_on <= ${scope.cutOff}::date)
      and t.fulfilled_by is distinct from ${withheld}`
}

function counted({ cutOff }: Scope, stand: TaskStand): RawBuilder<SqlBool> {
  const ways: Record<TaskStand, RawBuilder<SqlBool>> = {
    due: sql`true`,
    'in-time': sql`t.fulfilled_on <= t.due_on`,
    late: sql`(t.fulfilled_on > t.due_on and t.fulfilled_on <= ${cutOff}::date)`,
    overdue: sql`(t.fulfilled_on is null or t.fulfilled_on > ${cutOff}::date)`,
  }
  return ways[stand]
}
