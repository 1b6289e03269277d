import { sql } from 'kysely'
import { asDay, type Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Entry } from './entry.ts'

export interface EntryRow {
  id: number
  unit_id: number
  figure: string
  from_on: string
  until_on: string
  value: string
  is_at_least: boolean
  evidence: string
  entered_by: number
  entered_at: Date
  struck_by: number | null
  struck_at: Date | null
}

/** Which entries: of these units and figures, wholly within these days, and only those that stand unless told. */
export interface EntryQuestion {
  unitIds: readonly number[]
  figures?: readonly string[]
  from: Day
  until: Day
  withStruck?: true
  /** Only so many, from after an id. */
  after?: number
  limit?: number
}

/** The entries of some units within a span, in the order in which they were made. */
export async function listEntries(
  db: Db,
  { unitIds, figures, from, until, withStruck, after = 0, limit }: EntryQuestion,
): Promise<Entry[]> {
  const { rows } = await sql<EntryRow>`
    select * from reports.entered e
    where e.unit_id = any(${unitIds}::bigint[]) and e.from_on >= ${from}::date and e.until_on <= ${until}::date
      and ${figures === undefined ? sql`true` : sql`e.figure = any(${figures}::text[])`}
      and ${withStruck === true ? sql`true` : sql`e.struck_at is null`}
      and e.id > ${after}
    order by e.id limit ${limit ?? null}`.execute(using<Tables>(db))
  return rows.map(asEntry)
}

/** Two who enter the same number at once would both find nothing to strike: the second waits until the first has ended. */
export async function lockEntering(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('reports.entered', 0))`.execute(using<Tables>(db))
}

/** One entry, locked for the rest of the transaction. */
export async function lockEntry(db: Db, id: number): Promise<Entry | undefined> {
  const { rows } = await sql<EntryRow>`select * from reports.entered where id = ${id} for no key update`.execute(using<Tables>(db))
  return rows[0] && asEntry(rows[0])
}

/** One entry; undefined when there is none. */
export async function findEntry(db: Db, id: number): Promise<Entry | undefined> {
  const { rows } = await sql<EntryRow>`select * from reports.entered where id = ${id}`.execute(using<Tables>(db))
  return rows[0] && asEntry(rows[0])
}

/** Every entry there ever was, for the record. */
export async function listEveryEntry(db: Db): Promise<Entry[]> {
  const { rows } = await sql<EntryRow>`select * from reports.entered order by id`.execute(using<Tables>(db))
  return rows.map(asEntry)
}

/** Strikes one entry. */
export async function strike(db: Db, id: number, by: number, at: Date): Promise<void> {
  await sql`update reports.entered set struck_by = ${by}, struck_at = ${at} where id = ${id}`.execute(using<Tables>(db))
}

/** A row as an entry. */
export function asEntry(row: EntryRow): Entry {
  return {
    ...{ id: Number(row.id), unitId: Number(row.unit_id), figure: row.figure, from: asDay(row.from_on), until: asDay(row.until_on) },
    ...{ value: Number(row.value), isAtLeast: row.is_at_least, evidence: row.evidence },
    ...{ enteredBy: Number(row.entered_by), enteredAt: row.entered_at },
    ...(row.struck_at === null ? {} : { struckBy: Number(row.struck_by), struckAt: row.struck_at }),
  }
}
