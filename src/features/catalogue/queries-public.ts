import { sql } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { TimeRule } from './rule.ts'
import { withheld } from './task.ts'
import type { Tables } from './tables.gen.ts'

/** How tasks that fell due in one month ended: published by the day, after it, or not at all. */
export interface Kept {
  /** `YYYY-MM` of the due day. */
  month: string
  onTime: number
  late: number
  empty: number
}

interface Span {
  /** First and last due day, both included. */
  from: Day
  until: Day
}

// What everybody is promised: duties towards staff, what is given on application only, and what was withheld with a ground do not count.
const promised = sql`d.audience <> 'staff' and d.mode = 'proactive' and t.fulfilled_by is distinct from ${withheld}`
const ends = sql`
  count(*) filter (where t.fulfilled_on <= t.due_on) as on_time,
  count(*) filter (where t.fulfilled_on > t.due_on) as late,
  count(*) filter (where t.fulfilled_on is null) as empty`

/** How every promise to the public of a span ended, month by month, for all units together. */
export async function countKeptByMonth(db: Db, { from, until }: Span): Promise<Kept[]> {
  const counted = await sql<KeptRow>`
    select to_char(t.due_on, 'YYYY-MM') as month, ${ends}
    from catalogue.task t join catalogue.duty d on d.id = t.duty_id
    where t.due_on between ${from}::date and ${until}::date and ${promised}
    group by 1 order by 1`.execute(using<Tables>(db))
  return counted.rows.map(asKept)
}

/** The same for each unit by itself, or for one of them. */
export async function countKeptByUnit(db: Db, { from, until, unitId }: Span & { unitId?: number }): Promise<(Kept & { unitId: number })[]> {
  const counted = await sql<KeptRow & { unit_id: number }>`
    select t.unit_id, to_char(t.due_on, 'YYYY-MM') as month, ${ends}
    from catalogue.task t join catalogue.duty d on d.id = t.duty_id
    where t.due_on between ${from}::date and ${until}::date and ${promised}
      and ${unitId === undefined ? sql`true` : sql`t.unit_id = ${unitId}`}
    group by 1, 2 order by 1, 2`.execute(using<Tables>(db))
  return counted.rows.map((row) => ({ ...asKept(row), unitId: Number(row.unit_id) }))
}

/** The line of the catalogue that a document answers, and the days of its task. */
export interface PublicLineOfDuty {
  code: string
  titleZh: string
  titleEn: string
  rule: TimeRule
  category: { code: string; nameZh: string; nameEn: string }
  task?: { formedOn?: Day; dueOn: Day; fulfilledOn?: Day; fulfilledBy?: string; isProvisional: boolean }
}

export async function findPublicLine(db: Db, dutyId: number, taskId: number | undefined): Promise<PublicLineOfDuty | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('catalogue.duty as d')
    .innerJoin('catalogue.category as c', 'c.id', 'd.category_id')
    .leftJoin('catalogue.task as t', (join) => join.onRef('t.duty_id', '=', 'd.id').on('t.id', '=', taskId ?? 0))
    .select(['d.code', 'd.title_zh', 'd.title_en', 'd.rule', 'c.code as category_code', 'c.name_zh', 'c.name_en'])
    .select(['t.formed_on', 't.due_on', 't.fulfilled_on', 't.fulfilled_by', 't.is_provisional'])
    .where('d.id', '=', dutyId)
    .where('d.audience', '<>', 'staff')
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    code: row.code,
    titleZh: row.title_zh,
    titleEn: row.title_en,
    rule: row.rule as TimeRule,
    category: { code: row.category_code, nameZh: row.name_zh, nameEn: row.name_en },
    task: row.due_on === null ? undefined : taskOf({ ...row, due_on: row.due_on }),
  }
}

interface KeptRow {
  month: string
  on_time: number
  late: number
  empty: number
}

function asKept(row: KeptRow): Kept {
  return { month: row.month, onTime: Number(row.on_time), late: Number(row.late), empty: Number(row.empty) }
}

function taskOf(row: {
  formed_on: string | null
  due_on: string
  fulfilled_on: string | null
  fulfilled_by: string | null
  is_provisional: boolean | null
}) {
  const day = (text: string | null): Day | undefined => (text === null ? undefined : asDay(text))
  return {
    formedOn: day(row.formed_on),
    dueOn: asDay(row.due_on),
    fulfilledOn: day(row.fulfilled_on),
    fulfilledBy: row.fulfilled_by ?? undefined,
    isProvisional: row.is_provisional === true,
  }
}
