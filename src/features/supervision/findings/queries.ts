import { sql, type RawBuilder, type Selectable, type SqlBool } from 'kysely'
import { asDay, type Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import { keyOf, type DetectorName, type Shortfall } from '../detectors/shortfall.ts'
import type { Tables } from '../tables.gen.ts'
import { excusable, type Finding, type FindingSort, type FindingState } from './finding.ts'

export interface FindingFilter {
  today: Day
  unitIds?: readonly number[]
  detector?: DetectorName
  /** Left out: in whatever state. `waiting`: open, with a reason that the office has not judged yet. */
  state?: FindingState | 'waiting'
  /** Faults that began on this day or later. */
  sinceFrom?: Day
  sort?: FindingSort
  /** The list goes on after this finding. */
  after?: number
  limit: number
}

/** A finding with whether a reason for it holds today. */
export interface ListedFinding extends Finding {
  isExcused: boolean
}

/** Findings in the order that is asked for, the oldest fault first unless told. */
export async function listFindings(db: Db, filter: FindingFilter): Promise<ListedFinding[]> {
  const order = orders[filter.sort ?? 'since']
  const after =
    filter.after === undefined
      ? sql<SqlBool>`true`
      : sql<SqlBool>`(${order.keys('f')}) ${sql.raw(order.goes)} (select ${order.keys('last')} from supervision.finding last where last.id = ${filter.after})`
  const { rows } = await sql<Row & { is_excused: boolean }>`
    select f.*, ${excusedOn(filter.today)} as is_excused from supervision.finding f
    where ${conditions(filter)} and ${after}
    order by ${order.by} limit ${filter.limit}`.execute(using<Tables>(db))
  return rows.map((row) => ({ ...asFinding(row), isExcused: row.is_excused }))
}

export async function countFindings(db: Db, filter: Omit<FindingFilter, 'limit' | 'after' | 'sort'>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from supervision.finding f where ${conditions(filter)}`.execute(
    using<Tables>(db),
  )
  return Number(rows[0]?.n ?? 0)
}

/** How many findings of each kind fit a filter, the most frequent kind first. */
export async function countByDetector(
  db: Db,
  filter: Omit<FindingFilter, 'limit' | 'after' | 'sort'>,
): Promise<{ detector: DetectorName; count: number }[]> {
  const { rows } = await sql<{ detector: DetectorName; n: number }>`
    select f.detector, count(*) as n from supervision.finding f where ${conditions(filter)} group by 1 order by 2 desc, 1`.execute(
    using<Tables>(db),
  )
  return rows.map((row) => ({ detector: row.detector, count: Number(row.n) }))
}

/** Faults that are there today and that nobody has excused: how many of each kind each unit has. */
export async function countOpenByUnit(db: Db, today: Day): Promise<{ unitId: number; detector: DetectorName; count: number }[]> {
  const { rows } = await sql<{ unit_id: number; detector: DetectorName; n: number }>`
    select f.unit_id, f.detector, count(*) as n from supervision.finding f
    where ${conditions({ today, state: 'open' })} group by 1, 2 order by 1, 2`.execute(using<Tables>(db))
  return rows.map((row) => ({ unitId: Number(row.unit_id), detector: row.detector, count: Number(row.n) }))
}

export async function findFinding(db: Db, id: number, today: Day): Promise<ListedFinding | undefined> {
  const { rows } = await sql<Row & { is_excused: boolean }>`
    select f.*, ${excusedOn(today)} as is_excused from supervision.finding f where f.id = ${id}`.execute(using<Tables>(db))
  const row = rows[0]
  return row && { ...asFinding(row), isExcused: row.is_excused }
}

/** The same fault each time it was there, the newest first. */
export async function listOccurrences(db: Db, fault: Pick<Shortfall, 'detector' | 'subject'>): Promise<Finding[]> {
  const rows = await using<Tables>(db)
    .selectFrom('supervision.finding')
    .selectAll()
    .where('detector', '=', fault.detector)
    .where('subject', '=', fault.subject)
    .orderBy('occurrence', 'desc')
    .execute()
  return rows.map(asFinding)
}

/** Every finding that is not closed. */
export async function listOpen(db: Db): Promise<Finding[]> {
  const rows = await using<Tables>(db).selectFrom('supervision.finding').selectAll().where('closed_on', 'is', null).orderBy('id').execute()
  return rows.map(asFinding)
}

/** Opens findings, each as the next occurrence of its fault. */
export async function insertFindings(db: Db, runId: number, on: Day, opened: readonly Shortfall[]): Promise<void> {
  if (opened.length === 0) return
  const rows = [...opened]
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map((one) => ({
      detector: one.detector,
      subject: one.subject,
      unit_id: one.unitId,
      duty_id: one.dutyId ?? null,
      task_id: one.taskId ?? null,
      document_id: one.documentId ?? null,
      other_id: one.otherId ?? null,
      since_on: one.sinceOn,
      seen: one.seen,
    }))
  await sql`
    insert into supervision.finding
      (detector, subject, occurrence, unit_id, duty_id, task_id, document_id, other_id, since_on, seen, opened_on, opened_run)
    select n.detector, n.subject,
           1 + coalesce((select max(b.occurrence) from supervision.finding b where b.detector = n.detector and b.subject = n.subject), 0),
           n.unit_id, n.duty_id, n.task_id, n.document_id, n.other_id, n.since_on, n.seen, ${on}::date, ${runId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (detector text, subject text, unit_id bigint, duty_id bigint,
         task_id bigint, document_id bigint, other_id bigint, since_on date, seen jsonb)`.execute(using<Tables>(db))
}

export async function saveClosed(db: Db, runId: number, on: Day, ids: readonly number[]): Promise<void> {
  await sql`update supervision.finding set closed_on = ${on}::date, closed_run = ${runId}
    where id = any(${ids}::bigint[])`.execute(using<Tables>(db))
}

export async function saveSeen(db: Db, changed: readonly Pick<Finding, 'id' | 'seen'>[]): Promise<void> {
  if (changed.length === 0) return
  const rows = JSON.stringify(changed.map(({ id, seen }) => ({ id, seen })))
  await sql`update supervision.finding f set seen = n.seen
    from jsonb_to_recordset(${rows}::jsonb) as n (id bigint, seen jsonb) where f.id = n.id`.execute(using<Tables>(db))
}

type Row = Selectable<Tables['supervision.finding']>

interface Order {
  keys: (alias: string) => RawBuilder<unknown>
  by: RawBuilder<unknown>
  goes: '>' | '<'
}

const orders: Record<FindingSort, Order> = {
  since: ascending('since_on', 'id'),
  unit: ascending('unit_id', 'since_on', 'id'),
  detector: ascending('detector', 'since_on', 'id'),
  newest: { keys: keysOf('since_on', 'id'), by: sql`f.since_on desc, f.id desc`, goes: '<' },
}

function ascending(...columns: string[]): Order {
  return { keys: keysOf(...columns), by: keysOf(...columns)('f'), goes: '>' }
}

function keysOf(...columns: string[]): Order['keys'] {
  return (alias) => sql.join(columns.map((column) => sql.ref(`${alias}.${column}`)))
}

const isWaiting = sql<SqlBool>`(f.detector = any(${[...excusable]}::text[]) and exists (select from supervision.reason r
  where r.duty_id = f.duty_id and r.unit_id = f.unit_id and r.state = 'given'))`

function excusedOn(today: Day): RawBuilder<boolean> {
  return sql`(f.detector = any(${[...excusable]}::text[]) and exists (select from supervision.reason r
    where r.duty_id = f.duty_id and r.unit_id = f.unit_id and r.state = 'accepted' and r.until_on >= ${today}::date))`
}

function conditions(filter: Omit<FindingFilter, 'limit'>): RawBuilder<SqlBool> {
  const parts = [sql<SqlBool>`true`]
  if (filter.unitIds !== undefined) parts.push(sql`f.unit_id = any(${filter.unitIds}::bigint[])`)
  if (filter.detector !== undefined) parts.push(sql`f.detector = ${filter.detector}`)
  if (filter.sinceFrom !== undefined) parts.push(sql`f.since_on >= ${filter.sinceFrom}::date`)
  if (filter.state !== undefined) parts.push(filter.state === 'closed' ? sql`f.closed_on is not null` : sql`f.closed_on is null`)
  if (filter.state === 'open') parts.push(sql`not ${excusedOn(filter.today)}`)
  if (filter.state === 'waiting') parts.push(isWaiting)
  if (filter.state === 'justified') parts.push(excusedOn(filter.today))
  return sql.join(parts, sql` and `)
}

function asFinding(row: Row): Finding {
  const id = (value: number | null): number | undefined => (value === null ? undefined : Number(value))
  return {
    id: Number(row.id),
    detector: row.detector as DetectorName,
    subject: row.subject,
    occurrence: row.occurrence,
    unitId: Number(row.unit_id),
    dutyId: id(row.duty_id),
    taskId: id(row.task_id),
    documentId: id(row.document_id),
    otherId: id(row.other_id),
    sinceOn: asDay(row.since_on),
    seen: row.seen as Finding['seen'],
    openedOn: asDay(row.opened_on),
    closedOn: row.closed_on === null ? undefined : asDay(row.closed_on),
  }
}
