import { listTables } from '../../src/platform/database/backup-tables.ts'
import { asOwner, type Database } from '../../src/platform/database/index.ts'

/** Tables with everything that is easily lost on the way, with rows that name rows that come after them. */
export const strange = `create schema aaa; create table aaa.early (n integer); create schema try;
  create table try."odd table" (
    id bigint generated always as identity primary key, next bigint references try."odd table" (id), "Select" text, bytes bytea,
    at timestamptz, day date, truth boolean, exact numeric, rate float8, span interval, tree jsonb, names text[], numbers bigint[], words tsvector,
    size integer generated always as (length("Select")) stored);
  create table try.empty (n integer)`
/** Rows of these tables. */
export const strangeRows = `insert into try."odd table" ("Select", bytes, at, day, truth, exact, rate, span, tree, names, numbers, words) values
  (E'公开\\t"\\\\\\n''😀\\u2028', '\\x00ff0a5c', '2026-02-28 23:59:59.123456+08', '0044-03-15 BC', true, 12345678901234567890.10, 0.1 + 0.2::float8,
   '1 mon -2 days 03:04:05.6', '{"b": [1, 1e400, null], "a": "\\"公"}', array['a,b', null, '', 'NULL', '{"'], '{1,null,9007199254740993}', $$'it''s':1A '公开':2$$),
  ('', '', 'infinity', '-infinity', false, 'NaN', 'NaN', '0', 'null', '{}', '{}', ''),
  (null, null, null, null, null, null, '-infinity', null, null, null, null, null);
  update try."odd table" set next = 3 where id = 1; delete from try."odd table" where id = 2`

/** Every row of every table, as text. */
export function contents(database: Database): Promise<Record<string, string[]>> {
  return asOwner(database, async (client) => {
    const found: Record<string, string[]> = {}
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)
      found[name] = rows.map(({ row }) => row)
    }
    return found
  })
}
