import { sql } from 'kysely'
import { asDay } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Round, RoundKind, RoundReminder } from './round.ts'

interface RoundRow {
  id: number
  unit_id: number
  kind: RoundKind
  period: string
  due_on: string
  words: string
  opened_by: number
  opened_at: Date
  unit_ids: number[]
}

/** Which rounds: one, those that ask a unit, those of some offices, those of a year of their due day; the latest due first. */
export interface RoundQuestion {
  id?: number
  asking?: readonly number[]
  openedFor?: readonly number[]
  dueFrom?: string
  dueUntil?: string
}

export async function listRounds(db: Db, { id, asking, openedFor, dueFrom, dueUntil }: RoundQuestion): Promise<Round[]> {
  const { rows } = await sql<RoundRow>`
    select r.*, (select coalesce(array_agg(u.unit_id order by u.unit_id), '{}') from reports.round_unit u where u.round_id = r.id) as unit_ids
    from reports.round r
    where ${id === undefined ? sql`true` : sql`r.id = ${id}`}
      and ${openedFor === undefined ? sql`true` : sql`r.unit_id = any(${openedFor}::bigint[])`}
      and ${dueFrom === undefined ? sql`true` : sql`r.due_on >= ${dueFrom}::date`}
      and ${dueUntil === undefined ? sql`true` : sql`r.due_on <= ${dueUntil}::date`}
      and ${asking === undefined ? sql`true` : sql`exists (select 1 from reports.round_unit a where a.round_id = r.id and a.unit_id = any(${asking}::bigint[]))`}
    order by r.due_on desc, r.id desc`.execute(using<Tables>(db))
  return rows.map(asRound)
}

/** One round; undefined when there is none. */
export async function findRound(db: Db, id: number): Promise<Round | undefined> {
  return (await listRounds(db, { id }))[0]
}

/** The same, locked for the rest of the transaction. */
export async function lockRound(db: Db, id: number): Promise<Round | undefined> {
  await sql`select 1 from reports.round where id = ${id} for no key update`.execute(using<Tables>(db))
  return findRound(db, id)
}

/** Opens a round; undefined when the same office has one of that kind and period. */
export async function insertRound(db: Db, round: Omit<Round, 'id'>): Promise<Round | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into reports.round (unit_id, kind, period, due_on, words, opened_by, opened_at)
    values (${round.unitId}, ${round.kind}, ${round.period}, ${round.dueOn}::date, ${round.words}, ${round.openedBy}, ${round.openedAt})
    on conflict (unit_id, kind, period) do nothing returning id`.execute(using<Tables>(db))
  const [row] = rows
  if (row === undefined) return undefined
  await sql`insert into reports.round_unit (round_id, unit_id)
    select ${row.id}, unit from unnest(${round.unitIds}::bigint[]) as unit`.execute(using<Tables>(db))
  return findRound(db, Number(row.id))
}

/** Every reminder of a round, the oldest first. */
export async function listRoundReminders(db: Db, roundId: number): Promise<RoundReminder[]> {
  const { rows } = await sql<{ unit_id: number; reminded_on: string; by_id: number }>`
    select unit_id, reminded_on, by_id from reports.round_reminder where round_id = ${roundId}
    order by reminded_on, unit_id`.execute(using<Tables>(db))
  return rows.map((row) => ({ unitId: Number(row.unit_id), on: asDay(row.reminded_on), by: Number(row.by_id) }))
}

export async function insertRoundReminders(db: Db, roundId: number, reminders: readonly RoundReminder[], at: Date): Promise<void> {
  for (const { unitId, on, by } of reminders)
    await sql`insert into reports.round_reminder (round_id, unit_id, reminded_on, by_id, at)
      values (${roundId}, ${unitId}, ${on}::date, ${by}, ${at})`.execute(using<Tables>(db))
}

function asRound(row: RoundRow): Round {
  return {
    ...{ id: Number(row.id), unitId: Number(row.unit_id), kind: row.kind, period: row.period, dueOn: asDay(row.due_on) },
    ...{ words: row.words, openedBy: Number(row.opened_by), openedAt: row.opened_at, unitIds: row.unit_ids.map(Number) },
  }
}
