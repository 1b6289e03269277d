import { sql } from 'kysely'
import { using, type Db } from '../../../platform/database/index.ts'
import { longestWanted } from '../cases/wish.ts'
import type { Tables } from '../tables.gen.ts'
import type { CaseLine } from './line.ts'
import { asLine, columns, columnsWith, orders, type LineRow } from './queries-lines.ts'

/** The cases of whoever has this identity number, by its keyed hash, the newest first. */
export async function listByIdentity(db: Db, unitIds: readonly number[], idHash: Buffer, limit: number): Promise<CaseLine[]> {
  const { rows } = await sql<LineRow>`
    select ${columns} from applications.application a
    where a.id_hash = ${idHash} and a.unit_id = any(${unitIds}::bigint[]) order by ${orders.number.by} limit ${limit}`.execute(
    using<Tables>(db),
  )
  return rows.map(asLine)
}

/** Ordinary letters that nobody has confirmed yet, the oldest first: each must be on the day it comes (OGI-2019 art. 31). */
export async function listUnconfirmedLetters(db: Db, unitIds: readonly number[], limit: number): Promise<CaseLine[]> {
  const { rows } = await sql<LineRow>`
    select ${columns} from applications.application a
    where a.state = 'unconfirmed' and a.ended_on is null and a.channel = 'ordinary-post' and a.unit_id = any(${unitIds}::bigint[])
    order by a.arrived_on, a.id limit ${limit}`.execute(using<Tables>(db))
  return rows.map(asLine)
}

/** One year of one unit's register as it is printed: by number, from a serial on. What is asked for is not clipped. */
export async function listLedger(db: Db, unitId: number, year: number, from: number, limit: number): Promise<CaseLine[]> {
  const { rows } = await sql<LineRow>`
    select ${columnsWith(longestWanted)} from applications.application a
    where a.unit_id = ${unitId} and a.year = ${year} and a.serial >= ${from} order by a.serial limit ${limit}`.execute(using<Tables>(db))
  return rows.map(asLine)
}

/** Open cases of a handler, and those of units that nobody handles yet, the nearest day first. */
export async function listOwnWork(db: Db, personId: number, unitIds: readonly number[], limit: number): Promise<CaseLine[]> {
  const { rows } = await sql<LineRow>`
    select ${columns} from applications.application a
    where a.ended_on is null and (a.handler_id = ${personId} or (a.handler_id is null and a.unit_id = any(${unitIds}::bigint[])))
    order by ${orders.due.by} limit ${limit}`.execute(using<Tables>(db))
  return rows.map(asLine)
}

/** Open cases with a due or an inner day, for a calendar. */
export async function listDeadlines(db: Db, unitIds: readonly number[], limit: number): Promise<CaseLine[]> {
  const { rows } = await sql<LineRow>`
    select ${columns} from applications.application a
    where a.ended_on is null and a.unit_id = any(${unitIds}::bigint[]) and (a.due_on is not null or a.inner_due_on is not null)
    order by ${orders.due.by} limit ${limit}`.execute(using<Tables>(db))
  return rows.map(asLine)
}
