import type pg from 'pg'
import { listSchemas } from './write-tables.ts'

/** A table as a backup needs it: names ready for SQL, and only columns that are written. */
export interface TableShape {
  /** `schema.table`, quoted where SQL wants it. */
  name: string
  columns: { name: string; type: string }[]
}

/** A sequence and where it stands. */
export interface SequenceState {
  sequence: string
  last: string
  isCalled: boolean
}

/** Every table that migrations made, in order of their names. */
export async function listTables(client: pg.Client): Promise<TableShape[]> {
  const answer = await client.query<TableShape>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
     from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and n.nspname = any($1)
     group by n.nspname, c.relname
     order by n.nspname collate "C", c.relname collate "C"`,
    [await listSchemas(client)],
  )
  return answer.rows
}

/** Every sequence that migrations made, and where it stands. */
export async function listSequences(client: pg.Client): Promise<SequenceState[]> {
  const names = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, sequencename) as name from pg_sequences where schemaname = any($1)
     order by schemaname collate "C", sequencename collate "C"`,
    [await listSchemas(client)],
  )
  const states: SequenceState[] = []
  for (const { name } of names.rows) {
    const state = await client.query<SequenceState>(
      `select $1 as sequence, last_value::text as last, is_called as "isCalled" from ${name}`,
      [name],
    )
    states.push(...state.rows)
  }
  return states
}

/** Makes this transaction write and read every value in the one spelling that loses nothing, whatever the server is set to. */
export async function spellExactly(client: pg.Client): Promise<void> {
  await client.query(`set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
    set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'`)
}

/** Is there anything that may not be overwritten and that is worth keeping: a city, or a record that has begun? */
export async function isFilled(client: pg.Client): Promise<boolean> {
  for (const table of ['platform.city', 'journal.entry']) {
    const known = await client.query<{ isThere: boolean }>('select to_regclass($1) is not null as "isThere"', [table])
    if (known.rows[0]?.isThere && (await client.query(`select from ${table} limit 1`)).rowCount) return true
  }
  return false
}

const rowsAtOnce = 200

/** The rows of a table, each value as PostgreSQL writes it. To be read in a transaction. */
export async function* readRows(client: pg.Client, table: TableShape): AsyncGenerator<(string | null)[]> {
  const values = table.columns.map((column) => `${column.name}::text`).join(', ')
  await client.query(`declare backup no scroll cursor for select ${values} from ${table.name}`)
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({ text: `fetch ${rowsAtOnce} from backup`, rowMode: 'array' })
    yield* rows
    if (rows.length < rowsAtOnce) break
  }
  await client.query('close backup')
}

/** Adds rows that `readRows` gave. */
export async function addRows(client: pg.Client, table: TableShape, rows: readonly (string | null)[][]): Promise<void> {
  const columns = table.columns.map(({ name }) => name).join(', ')
  const values = table.columns.map(({ type }, index) => `v${index}::${type}`).join(', ')
  const lists = table.columns.map((_, index) => `$${index + 1}::text[]`).join(', ')
  const names = table.columns.map((_, index) => `v${index}`).join(', ')
  await client.query(
    `insert into ${table.name} (${columns}) overriding system value select ${values} from unnest(${lists}) as given (${names})`,
    table.columns.map((_, index) => rows.map((row) => row[index] ?? null)),
  )
}
