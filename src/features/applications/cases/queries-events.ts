import { sql, type Selectable } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { ClockFact, NewEvent, StoredEvent } from './application.ts'

/** Appends events, and answers them as they are kept; nothing here ever changes one. `formKey` is that of the form which made them all. */
export async function insertEvents(
  db: Db,
  applicationId: number,
  events: readonly NewEvent[],
  at: Date,
  formKey?: string,
): Promise<StoredEvent[]> {
  if (events.length === 0) return []
  const rows = await using<Tables>(db)
    .insertInto('applications.event')
    .values(
      events.map((event, nth) => ({
        ...{ application_id: applicationId, kind: event.kind, on_day: event.on, fields: JSON.stringify(event.fields) },
        ...{ words: event.words ?? '', by_id: event.byId ?? null, at },
        form_key: nth === 0 ? (formKey ?? null) : null,
      })),
    )
    .returningAll()
    .execute()
  return rows.map(asEvent).sort((one, other) => one.id - other.id)
}

/** Has this form been taken in this case before? */
export async function isFormTaken(db: Db, applicationId: number, formKey: string): Promise<boolean> {
  const row = await using<Tables>(db)
    .selectFrom('applications.event')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('form_key', '=', formKey)
    .executeTakeFirst()
  return row !== undefined
}

/** Everything that happened in a case, in the order in which it was entered. */
export async function listEvents(db: Db, applicationId: number): Promise<StoredEvent[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.event')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('id')
    .execute()
  return rows.map(asEvent)
}

/** What the clocks of many cases read, in the order in which it was entered: recounts go through every open case. */
export async function listFactsOf(db: Db, applicationIds: readonly number[]): Promise<Map<number, ClockFact[]>> {
  const found = new Map<number, ClockFact[]>()
  const rows = await using<Tables>(db)
    .selectFrom('applications.event')
    .select(['id', 'application_id', 'kind', 'on_day', 'fields'])
    .where('application_id', '=', sql<number>`any(${applicationIds}::bigint[])`)
    .orderBy('id')
    .execute()
  for (const { id, application_id: of, kind, on_day: on, fields } of rows) {
    const fact = { id, kind: kind as ClockFact['kind'], on: on as Day, fields: fields as Record<string, string> }
    const known = found.get(of)
    if (known === undefined) found.set(of, [fact])
    else known.push(fact)
  }
  return found
}

function asEvent(row: Selectable<Tables['applications.event']>): StoredEvent {
  return {
    ...{ id: row.id, kind: row.kind as StoredEvent['kind'], on: row.on_day as Day, fields: row.fields as Record<string, string> },
    ...{ words: row.words, byId: row.by_id ?? undefined, at: row.at },
  }
}
