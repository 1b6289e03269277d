import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/** An open case as far as its dates are concerned. */
export interface OpenCase {
  id: number
  ref: string
  number: string
  unitId: number
  dueOn?: Day
  baseDueOn?: Day
  waitsUntil?: Day
  isProvisional: boolean
  version: number
}

/** Open cases after an id, in order. */
export async function listOpenCases(db: Db, after: number, limit: number): Promise<OpenCase[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.application')
    .select(['id', 'ref', 'number', 'unit_id', 'due_on', 'base_due_on', 'waits_until', 'is_provisional', 'version'])
    .where('ended_on', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  const day = (value: string | null) => (value ?? undefined) as Day | undefined
  return rows.map((row) => ({
    ...{ id: row.id, ref: row.ref, number: row.number, unitId: row.unit_id, isProvisional: row.is_provisional, version: row.version },
    ...{ dueOn: day(row.due_on), baseDueOn: day(row.base_due_on), waitsUntil: day(row.waits_until) },
  }))
}

/** Every unit's own promise in working days. */
export async function listPromises(db: Db): Promise<Map<number, number>> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.counter')
    .select(['unit_id', 'promise_days'])
    .where('promise_days', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.unit_id, row.promise_days ?? 0]))
}

export interface Recounted {
  id: number
  dueOn?: Day
  baseDueOn?: Day
  waitsUntil?: Day
  promisedOn?: Day
  isProvisional: boolean
  /** As it was read: what changed meanwhile was counted with the new calendar already. */
  version: number
}

/** Writes the dates of many cases in one statement. Gives the ids of those that nobody changed or ended meanwhile. */
export async function saveRecounted(db: Db, cases: readonly Recounted[]): Promise<Set<number>> {
  if (cases.length === 0) return new Set()
  const rows = cases.map((one) => ({
    ...{ id: one.id, due_on: one.dueOn ?? null, base_due_on: one.baseDueOn ?? null, waits_until: one.waitsUntil ?? null },
    ...{ promised_on: one.promisedOn ?? null, is_provisional: one.isProvisional, version: one.version },
  }))
  const { rows: saved } = await sql<{ id: number }>`
    update applications.application as application
    set due_on = one.due_on, base_due_on = one.base_due_on, waits_until = one.waits_until, promised_on = one.promised_on,
      is_provisional = one.is_provisional, version = application.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as one(id bigint, due_on date, base_due_on date, waits_until date, promised_on date, is_provisional boolean, version int)
    where application.id = one.id and application.version = one.version and application.ended_on is null
    returning application.id`.execute(using<Tables>(db))
  return new Set(saved.map((row) => row.id))
}
