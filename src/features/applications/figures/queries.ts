import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { ApplicantKind } from '../law/kind.ts'
import type { Tables } from '../tables.gen.ts'
import type { Ordinals } from './ordinal.ts'
import type { CountedCase } from './table.ts'

/** Days from one to another, both included. */
export interface Span {
  from: Day
  until: Day
}

/** What ended in a span in one unit. `replied` came to a reply, `closed` ended without one; days are working days from receipt to reply. */
export interface EndedCount {
  unitId: number
  inTime: number
  late: number
  closed: number
  extended: number
  medianDays?: number | undefined
}

/** What is open in one unit today. */
export interface OpenCount {
  unitId: number
  open: number
  week: number
  overdue: number
  waiting: number
}

/** Which cases are counted: requests for information alone, as the statutory table does, or corrections of own records with them. */
export type CountedKinds = 'information' | 'all'

/** Every request for information that was open at some time of a span, in some units. */
export async function listActive(db: Db, unitIds: readonly number[], { from, until }: Span): Promise<CountedCase[]> {
  const { rows } = await sql<{ id: number; applicant_kind: string; received_on: string; ended_on: string | null; leaf: string }>`
    select id, applicant_kind, received_on, ended_on, leaf from applications.application a
    where a.unit_id = any(${unitIds}::bigint[]) and ${isCounted('information')} and a.received_on <= ${until}::date
      and (a.ended_on is null or a.ended_on >= ${from}::date)
    order by id`.execute(using<Tables>(db))
  return rows.map((row) => ({
    ...{ id: Number(row.id), applicantKind: row.applicant_kind as ApplicantKind, receivedOn: row.received_on as Day },
    ...{ endedOn: (row.ended_on as Day | null) ?? undefined, leaf: row.leaf },
  }))
}

/** How many were received in a span, by unit. */
export async function countReceived(db: Db, { from, until }: Span): Promise<Map<number, number>> {
  const { rows } = await sql<{ unit_id: number; n: number }>`
    select a.unit_id, count(*) as n from applications.application a
    where a.received_on between ${from}::date and ${until}::date and ${isCounted('information')} group by 1`.execute(using<Tables>(db))
  return new Map(rows.map((row) => [Number(row.unit_id), Number(row.n)]))
}

/** What ended in a span, by unit. Receipts before the first of the ordinals are left out of the median. */
export async function countEnded(db: Db, { from, until }: Span, kinds: CountedKinds, ordinals: Ordinals): Promise<EndedCount[]> {
  const { rows } = await sql<Record<'unit_id' | 'in_time' | 'late' | 'closed' | 'extended', number> & { median: number | null }>`
    with ordinal as materialized (select * from unnest(${ordinals.days}::date[], ${ordinals.numbers}::int[]) as o (day, n)),
    ended as (
      select a.unit_id, a.is_in_time, a.id, last.n - first.n as spent from applications.application a
      left join ordinal first on first.day = a.received_on left join ordinal last on last.day = a.ended_on
      where a.ended_on between ${from}::date and ${until}::date and a.received_on is not null and ${isCounted(kinds)}
    ), extended as (
      select distinct e.application_id from applications.event e where e.kind = 'extended' and not exists (
        select from applications.event s where s.kind = 'struck' and s.application_id = e.application_id and s.fields->>'event' = e.id::text)
    )
    select ended.unit_id, count(*) filter (where is_in_time) as in_time, count(*) filter (where not is_in_time) as late,
      count(*) filter (where is_in_time is null) as closed, count(extended.application_id) as extended,
      percentile_cont(0.5) within group (order by spent) filter (where is_in_time is not null) as median
    from ended left join extended on extended.application_id = ended.id group by 1`.execute(using<Tables>(db))
  return rows.map((row) => ({
    ...{ unitId: Number(row.unit_id), inTime: Number(row.in_time), late: Number(row.late), closed: Number(row.closed) },
    ...{ extended: Number(row.extended), medianDays: row.median === null ? undefined : Number(row.median) },
  }))
}

/** How many ended in a span under each leaf, by unit. */
export async function countLeaves(db: Db, { from, until }: Span): Promise<{ unitId: number; leaf: string; count: number }[]> {
  const { rows } = await sql<{ unit_id: number; leaf: string; n: number }>`
    select a.unit_id, a.leaf, count(*) as n from applications.application a
    where a.ended_on between ${from}::date and ${until}::date and a.received_on is not null and ${isCounted('information')}
    group by 1, 2 order by 1, 2`.execute(using<Tables>(db))
  return rows.map((row) => ({ unitId: Number(row.unit_id), leaf: row.leaf, count: Number(row.n) }))
}

/** What is open today, by unit. The same conditions as the parts of the register that the figures open. */
export async function countOpen(db: Db, today: Day, weekEndsOn: Day): Promise<OpenCount[]> {
  const { rows } = await sql<Record<'unit_id' | 'open' | 'week' | 'overdue' | 'waiting', number>>`
    select a.unit_id, count(*) as open, count(*) filter (where a.due_on between ${today}::date and ${weekEndsOn}::date) as week,
      count(*) filter (where a.due_on < ${today}::date) as overdue,
      count(*) filter (where a.state in ('awaiting-supplement', 'awaiting-payment')) as waiting
    from applications.application a where a.ended_on is null group by 1`.execute(using<Tables>(db))
  return rows.map((row) => ({
    ...{ unitId: Number(row.unit_id), open: Number(row.open), week: Number(row.week) },
    ...{ overdue: Number(row.overdue), waiting: Number(row.waiting) },
  }))
}

/** The first day on which anything was received; undefined while the register is empty. */
export async function findFirstReceived(db: Db): Promise<Day | undefined> {
  const { rows } = await sql<{ first: string | null }>`
    select min(received_on) as first from applications.application`.execute(using<Tables>(db))
  return (rows[0]?.first as Day | null | undefined) ?? undefined
}

function isCounted(kinds: CountedKinds): RawBuilder<SqlBool> {
  return kinds === 'all' ? sql`true` : sql`a.kind = 'information'`
}
