import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { asDay, type Day } from '../../../kernel/day.ts'
import { countGroups, using, type Db } from '../../../platform/database/index.ts'
import type { GroupedCounts, Grouping, Scope } from '../../../platform/facts.ts'
import type { ApplicantKind } from '../law/kind.ts'
import type { Tables } from '../tables.gen.ts'
import { caseStands, type CaseFilter, type CaseStand } from './filter.ts'

/** A case as a figure lists it: nothing of whoever asked, and nothing of what was asked for. */
export interface CountedLine {
  id: number
  ref: string
  unitId: number
  number: string
  receivedOn?: Day | undefined
  endedOn?: Day | undefined
  leaf: string
}

/** How many requests stand where in a scope, by outcome and by who asked. */
export interface StandCount {
  stand: CaseStand
  applicantKind: ApplicantKind
  leaf: string
  count: number
}

/** How many cases each filter lets through. */
export async function countFacts(db: Db, scope: Scope, filters: readonly CaseFilter[], by: Grouping): Promise<GroupedCounts> {
  const days = filters.map(({ stand }) => (stand === 'concluded' ? sql`a.ended_on` : sql`a.received_on`))
  // Months are read filter by filter; else all filters share one reading, and what was extended is joined to it once.
  const joins = by !== 'month' && filters.some(({ isExtended }) => isExtended !== undefined)
  const rows = sql`from applications.application a ${joins ? joinedExtended : sql``} where ${inScope(scope)}`
  const extended = joins ? sql<SqlBool>`x.application_id is not null` : wasExtended
  const counting = { rows, filters: filters.map((one) => counted(scope, one, extended)), unit: sql`a.unit_id`, days, isClose: true }
  return countGroups(using<Tables>(db), counting, by)
}

/** The ids of the same cases, in order. */
export async function listFactIds(db: Db, scope: Scope, filter: CaseFilter): Promise<number[]> {
  const { rows } = await sql<{ ids: number[] | null }>`
    select array_agg(a.id order by a.id) as ids from applications.application a where ${inScope(scope)} and ${counted(scope, filter)}`.execute(
    using<Tables>(db),
  )
  return (rows[0]?.ids ?? []).map(Number)
}

/** The same cases as lines, after an id. */
export function listFactLines(db: Db, scope: Scope, filter: CaseFilter, after: number, limit: number): Promise<CountedLine[]> {
  return readLines(db, scope, sql`${inScope(scope)} and ${counted(scope, filter)} and a.id > ${after} order by a.id limit ${limit}`)
}

/** Cases by their ids, whether they still count or not. */
export function listFactsByIds(db: Db, scope: Scope, ids: readonly number[]): Promise<CountedLine[]> {
  return readLines(db, scope, sql`a.id = any(${ids}::bigint[])`)
}

async function readLines(db: Db, { cutOff }: Scope, which: RawBuilder<unknown>): Promise<CountedLine[]> {
  const { rows } = await sql<
    { id: number; ref: string; unit_id: number; number: string; leaf: string } & Record<'received_on' | 'ended_on', string | null>
  >`select a.id, a.ref, a.unit_id, a.number, a.received_on, a.ended_on, a.leaf from applications.application a
    where ${which}`.execute(using<Tables>(db))
  return rows.map((row) => ({
    ...{ id: Number(row.id), ref: row.ref, unitId: Number(row.unit_id), number: row.number, leaf: row.leaf },
    receivedOn: row.received_on === null ? undefined : asDay(row.received_on),
    endedOn: row.ended_on === null || row.ended_on > cutOff ? undefined : asDay(row.ended_on),
  }))
}

/** Every stand of a scope at once, so that a whole table takes one statement. */
export async function countStands(db: Db, scope: Scope): Promise<StandCount[]> {
  const stands = caseStands.map((stand) => sql`count(*) filter (where ${standing(scope, stand)}) as ${sql.ref(stand)}`)
  const { rows } = await sql<{ leaf: string; applicant_kind: string } & Record<CaseStand, number>>`
    select a.leaf, a.applicant_kind, ${sql.join(stands)} from applications.application a
    where ${inScope(scope)}
    group by a.leaf, a.applicant_kind`.execute(using<Tables>(db))
  return rows.flatMap((row) =>
    caseStands.map((stand) => ({
      ...{ stand, applicantKind: row.applicant_kind as ApplicantKind, leaf: row.leaf },
      count: Number(row[stand]),
    })),
  )
}

/** The ids of every stand of a scope, by outcome and by who asked: the records behind a whole table. */
export async function listStands(db: Db, scope: Scope): Promise<(Omit<StandCount, 'count'> & { ids: number[] })[]> {
  const stands = caseStands.map((stand) => sql`array_agg(a.id order by a.id) filter (where ${standing(scope, stand)}) as ${sql.ref(stand)}`)
  const { rows } = await sql<{ leaf: string; applicant_kind: string } & Record<CaseStand, number[] | null>>`
    select a.leaf, a.applicant_kind, ${sql.join(stands)} from applications.application a where ${inScope(scope)}
    group by a.leaf, a.applicant_kind order by a.leaf, a.applicant_kind`.execute(using<Tables>(db))
  return rows.flatMap((row) =>
    caseStands.map((stand) => ({
      ...{ stand, applicantKind: row.applicant_kind as ApplicantKind, leaf: row.leaf },
      ids: (row[stand] ?? []).map(Number),
    })),
  )
}

/** How many requests that were concluded in a scope were sent a notice of a kind; one that was struck is none. */
export async function countNotices(db: Db, scope: Scope, kind: 'fee-noticed' | 'clarification-asked'): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct a.id) as n from applications.application a join applications.event e on e.application_id = a.id and e.kind = ${kind}
    where ${isStanding} and ${inScope(scope)} and ${standing(scope, 'concluded')}`.execute(using<Tables>(db))
  return Number(rows[0]?.n ?? 0)
}

/** Codes of outcomes: those that a form counts in a row, those of its rows of withheld requests, and those that hand something over. */
export interface RegisterLeaves {
  placed: readonly string[]
  withheld: readonly string[]
  handsOver: readonly string[]
}

/**
 * What the register says of requests that were concluded in a scope and no table can be right with: how many ended without an outcome that
 * stands in a row (`unplaced`), and how many are counted as withheld although some item of theirs was handed over (`twice`).
 */
export async function countMisplaced(db: Db, scope: Scope, leaves: RegisterLeaves): Promise<{ unplaced: number; twice: number }> {
  const given = sql`exists (select from applications.item i where i.application_id = a.id and i.leaf = any(${leaves.handsOver}::text[]))`
  const { rows } = await sql<{ unplaced: number; twice: number }>`
    select count(*) filter (where not a.leaf = any(${leaves.placed}::text[])) as unplaced,
           count(*) filter (where a.leaf = any(${leaves.withheld}::text[]) and ${given}) as twice
    from applications.application a where ${inScope(scope)} and ${standing(scope, 'concluded')}`.execute(using<Tables>(db))
  return { unplaced: Number(rows[0]?.unplaced ?? 0), twice: Number(rows[0]?.twice ?? 0) }
}

function counted(scope: Scope, filter: CaseFilter, extended = wasExtended): RawBuilder<SqlBool> {
  const { stand, leaves, applicantKind, channels, timing, isExtended } = filter
  return sql`${standing(scope, stand)}
    and ${leaves === undefined ? sql`true` : sql`a.leaf = any(${leaves}::text[])`}
    and ${applicantKind === undefined ? sql`true` : sql`a.applicant_kind = ${applicantKind}`}
    and ${channels === undefined ? sql`true` : sql`a.channel = any(${channels}::text[])`}
    and ${timing === undefined ? sql`true` : sql`a.is_in_time is not distinct from ${timing === 'closed' ? null : timing === 'in-time'}::boolean`}
    and ${isExtended === undefined ? sql`true` : isExtended ? extended : sql`not ${extended}`}`
}

/** What ended before a period stands nowhere in it; said here, it keeps most of a long register from being read. */
function inScope({ unitIds, from, until, cutOff }: Scope): RawBuilder<SqlBool> {
  return sql`a.unit_id = any(${unitIds}::bigint[]) and a.kind = 'information' and a.received_on <= least(${until}::date, ${cutOff}::date)
    and (a.ended_on is null or a.ended_on >= ${from}::date)`
}

/** Where a case stands in a scope; received is counted by the legal day of receipt, ended by that of the reply or the closing. */
function standing({ from, until, cutOff }: Scope, stand: CaseStand): RawBuilder<SqlBool> {
  const last = sql`least(${until}::date, ${cutOff}::date)`
  switch (stand) {
    case 'received':
      return sql`a.received_on >= ${from}::date`
    case 'carried-over':
      return sql`a.received_on < ${from}::date and (a.ended_on is null or a.ended_on >= ${from}::date)`
    case 'concluded':
      return sql`a.ended_on between ${from}::date and ${last}`
    case 'carried-forward':
      return sql`(a.ended_on is null or a.ended_on > ${last})`
  }
}

const isStanding = sql`not exists (
  select from applications.event s where s.kind = 'struck' and s.application_id = e.application_id and s.fields->>'event' = e.id::text)`
const extension = sql`e.kind = 'extended' and ${isStanding}`
const wasExtended = sql<SqlBool>`exists (select from applications.event e where e.application_id = a.id and ${extension})`
const joinedExtended = sql`left join (
  select distinct e.application_id from applications.event e where ${extension}) x on x.application_id = a.id`
