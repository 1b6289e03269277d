import { sql } from 'kysely'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Entry } from './entry.ts'
import { asEntry, type EntryRow } from './queries.ts'

type Place = Pick<Entry, 'unitId' | 'figure' | 'from' | 'until'>

/** Strikes what stands for the same units, figures and spans: what was struck, in the order in which it was entered. */
export async function strikeStanding(db: Db, places: readonly Place[], by: number, at: Date): Promise<Entry[]> {
  const { rows } = await sql<EntryRow>`
    update reports.entered e set struck_by = ${by}, struck_at = ${at}
    from unnest(${places.map(({ unitId }) => unitId)}::bigint[], ${places.map(({ figure }) => figure)}::text[],
      ${places.map(({ from }) => from)}::date[], ${places.map(({ until }) => until)}::date[]) as place (unit_id, figure, from_on, until_on)
    where e.unit_id = place.unit_id and e.figure = place.figure and e.from_on = place.from_on and e.until_on = place.until_on
      and e.struck_at is null returning e.*`.execute(using<Tables>(db))
  return rows.map(asEntry).toSorted((one, other) => one.id - other.id)
}

/** Adds numbers, in their order. */
export async function insertEntries(
  db: Db,
  numbers: readonly (Place & Pick<Entry, 'value' | 'isAtLeast' | 'evidence'>)[],
  by: number,
  at: Date,
): Promise<Entry[]> {
  const { rows } = await sql<EntryRow>`
    insert into reports.entered (unit_id, figure, from_on, until_on, value, is_at_least, evidence, entered_by, entered_at)
    select unit_id, figure, from_on, until_on, value, is_at_least, evidence, ${by}::bigint, ${at}::timestamptz
    from unnest(${numbers.map(({ unitId }) => unitId)}::bigint[], ${numbers.map(({ figure }) => figure)}::text[],
      ${numbers.map(({ from }) => from)}::date[], ${numbers.map(({ until }) => until)}::date[],
      ${numbers.map(({ value }) => value)}::numeric[], ${numbers.map(({ isAtLeast }) => isAtLeast)}::boolean[],
      ${numbers.map(({ evidence }) => evidence)}::text[])
      with ordinality as number (unit_id, figure, from_on, until_on, value, is_at_least, evidence, place)
    order by place returning *`.execute(using<Tables>(db))
  return rows.map(asEntry).toSorted((one, other) => one.id - other.id)
}
