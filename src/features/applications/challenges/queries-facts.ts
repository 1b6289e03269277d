import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { asDay, type Day } from '../../../kernel/day.ts'
import { countGroups, using, type Db } from '../../../platform/database/index.ts'
import type { GroupedCounts, Grouping, Scope } from '../../../platform/facts.ts'
import type { ChallengeFilter } from '../figures/filter.ts'
import type { Tables } from '../tables.gen.ts'

/** A review or suit as a figure lists it: by the number of the case that it follows. */
export interface CountedChallenge {
  id: number
  ref: string
  unitId: number
  number: string
  on: Day
}

/** How many reviews or suits each filter lets through. */
export async function countChallengeFacts(db: Db, scope: Scope, filters: readonly ChallengeFilter[], by: Grouping): Promise<GroupedCounts> {
  const days = filters.map(() => countsOn(scope))
  const counting = { rows: inScope(scope), filters: filters.map((one) => counted(scope, one)), unit: sql`a.unit_id`, days }
  return countGroups(using<Tables>(db), counting, by)
}

/** The ids of the same, in order. */
export async function listChallengeIds(db: Db, scope: Scope, filter: ChallengeFilter): Promise<number[]> {
  const { rows } = await sql<{ ids: number[] | null }>`
    select array_agg(c.id order by c.id) as ids ${inScope(scope)} and ${counted(scope, filter)}`.execute(using<Tables>(db))
  return (rows[0]?.ids ?? []).map(Number)
}

/** The same as lines, after an id. */
export function listChallengeLines(
  db: Db,
  scope: Scope,
  filter: ChallengeFilter,
  after: number,
  limit: number,
): Promise<CountedChallenge[]> {
  return readLines(db, scope, sql`${inScope(scope)} and ${counted(scope, filter)} and c.id > ${after} order by c.id limit ${limit}`)
}

/** Reviews and suits by their ids, whether they still count or not. */
export function listChallengesByIds(db: Db, scope: Scope, ids: readonly number[]): Promise<CountedChallenge[]> {
  return readLines(db, scope, sql`${joined} where c.id = any(${ids}::bigint[])`)
}

async function readLines(db: Db, scope: Scope, from: RawBuilder<unknown>): Promise<CountedChallenge[]> {
  const { rows } = await sql<{ id: number; ref: string; unit_id: number; number: string; on: string }>`
    select c.id, a.ref, a.unit_id, a.number, ${countsOn(scope)} as on
    ${from}`.execute(using<Tables>(db))
  return rows.map((row) => ({ id: Number(row.id), ref: row.ref, unitId: Number(row.unit_id), number: row.number, on: asDay(row.on) }))
}

const joined = sql`from applications.challenge c join applications.application a on a.id = c.application_id`

/** The day of the decision; of one that is pending on the last day, that of its filing. */
function countsOn({ until, cutOff }: Scope): RawBuilder<unknown> {
  return sql`case when c.decided_on <= least(${until}::date, ${cutOff}::date) then c.decided_on else c.filed_on end`
}

/** The unit of a review or suit is that of the case. */
function inScope({ unitIds }: Scope): RawBuilder<unknown> {
  return sql`${joined}
    where a.unit_id = any(${unitIds}::bigint[]) and a.kind = 'information'`
}

/** Decided in the period, or still open on its last day. */
function counted({ from, until, cutOff }: Scope, { kinds, result, isDecided }: ChallengeFilter): RawBuilder<SqlBool> {
  const last = sql`least(${until}::date, ${cutOff}::date)`
  const decided = sql`c.decided_on between ${from}::date and ${last}`
  const pending = sql`c.filed_on <= ${last} and (c.decided_on is null or c.decided_on > ${last})`
  const which = result === 'pending' ? pending : result === undefined ? sql`true` : sql`${decided} and c.result = ${result}`
  return sql`c.kind = any(${kinds}::text[]) and ${which} and ${isDecided === true ? decided : sql`(${decided} or ${pending})`}`
}
