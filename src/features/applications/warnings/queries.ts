import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Warning } from './warning.ts'

/** An open case with a day that is near or past: its address and number, never what is asked for. */
export interface NearCase {
  id: number
  ref: string
  number: string
  unitId: number
  handlerId?: number | undefined
  dueOn?: Day | undefined
  innerDueOn?: Day | undefined
}

/** Lets one round of warnings wait for another, so that nobody is told twice. */
export async function lockWarnings(db: Db): Promise<void> {
  await sql`lock table applications.warning in share row exclusive mode`.execute(using<Tables>(db))
}

/** Open cases whose due or inner day is no later than a day. */
export async function listNear(db: Db, until: Day): Promise<NearCase[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.application')
    .select(['id', 'ref', 'number', 'unit_id', 'handler_id', 'due_on', 'inner_due_on'])
    .where('ended_on', 'is', null)
    .where((one) => one.or([one('due_on', '<=', until), one('inner_due_on', '<=', until)]))
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, ref: row.ref, number: row.number, unitId: row.unit_id, handlerId: row.handler_id ?? undefined },
    ...{ dueOn: (row.due_on as Day | null) ?? undefined, innerDueOn: (row.inner_due_on as Day | null) ?? undefined },
  }))
}

/** Who has been told something on a day already: one letter a day is enough. */
export async function listToldOn(db: Db, day: Day): Promise<Set<number>> {
  const rows = await using<Tables>(db).selectFrom('applications.warning').select('person_id').distinct().where('on_day', '=', day).execute()
  return new Set(rows.map((row) => row.person_id))
}

/** Notes warnings, and answers those that nobody has had before. */
export async function insertWarnings(db: Db, warnings: readonly Warning[], on: Day): Promise<Warning[]> {
  if (warnings.length === 0) return []
  const rows = warnings.map((one) => ({
    ...{ application_id: one.applicationId, kind: one.kind, due_on: one.dueOn, person_id: one.personId, on_day: on },
  }))
  const { rows: fresh } = await sql<{ application_id: number; kind: Warning['kind']; due_on: string; person_id: number }>`
    insert into applications.warning (application_id, kind, due_on, person_id, on_day)
    select application_id, kind, due_on, person_id, on_day from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as w (application_id bigint, kind text, due_on date, person_id bigint, on_day date)
    on conflict do nothing returning application_id, kind, due_on, person_id`.execute(using<Tables>(db))
  return fresh.map((row) => ({
    ...{ applicationId: Number(row.application_id), kind: row.kind, dueOn: row.due_on as Day, personId: Number(row.person_id) },
  }))
}
