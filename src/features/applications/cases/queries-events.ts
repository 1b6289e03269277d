import { sql, type Selectable } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { NewEvent, StoredEvent } from './application.ts'

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
  return (await listEventsOf(db, [applicationId])).get(applicationId) ?? []
}

/** The same for many cases at once. */
export async function listEventsOf(db: Db, applicationIds: readonly number[]): Promise<Map<number, StoredEvent[]>> {
  const found = new Map<number, StoredEvent[]>()
  if (applicationIds.length === 0) return found
  const rows = await using<Tables>(db)
    .selectFrom('applications.event')
    .selectAll()
    .where('application_id', '=', sql<number>`any(${applicationIds}::bigint[])`)
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const event = asEvent(row)
    const known = found.get(row.application_id)
    if (known === undefined) found.set(row.application_id, [event])
    else known.push(event)
  }
  return found
}

/** Written out without spreads: recounts read many thousands of them. */
function asEvent(row: Selectable<Tables['applications.event']>): StoredEvent {
  return {
    id: row.id,
    kind: row.kind as StoredEvent['kind'],
    on: row.on_day as Day,
    fields: row.fields as Record<string, string>,
    words: row.words,
    byId: row.by_id ?? undefined,
    at: row.at,
  }
}
