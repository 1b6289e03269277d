import type pg from 'pg'

interface Column {
  schema: string
  table: string
  name: string
  type: string
  isArray: boolean
  isNullable: boolean
  /** Filled by the database when left out. */
  isFilled: boolean
  /** Computed by the database and never written. */
  isComputed: boolean
}

/** Reads the schema `name` as it stands in the database and writes it as TypeScript: one interface of tables for Kysely. */
export async function writeTables(client: pg.Client, name: string): Promise<string> {
  const columns = await readColumns(client, name)
  const tables = [...new Set(columns.map((column) => column.table))]
  const columnsOf = (table: string) => columns.filter((column) => column.table === table).map(writeColumn)
  const body = tables.map((table) => `'${name}.${table}': {\n${columnsOf(table).join('\n')}\n}`).join('\n')
  const imports = ['Generated', 'GeneratedAlways'].filter((type) => body.includes(`${type}<`))
  return [
    `// Made by bin/tables from the migrated database; not to be edited.`,
    imports.length > 0 ? `import type { ${imports.join(', ')} } from 'kysely'\n` : '',
    `export interface Tables {\n${body}\n}\n`,
  ].join('\n')
}

/** The schemas that migrations made, in order of their names. */
export async function listSchemas(client: pg.Client): Promise<string[]> {
  const answer = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') order by 1`,
  )
  return answer.rows.map((row) => row.name)
}

async function readColumns(client: pg.Client, schema: string): Promise<Column[]> {
  const answer = await client.query<Column>(
    `select n.nspname as schema, c.relname as table, a.attname as name,
       coalesce(e.typname, t.typname) as type, t.typcategory = 'A' as "isArray", not a.attnotnull as "isNullable",
       (a.attidentity <> '' or a.atthasdef) as "isFilled", a.attgenerated <> '' as "isComputed"
     from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type t on t.oid = a.atttypid
       left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
     where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm')
     order by c.relname collate "C", a.attnum`,
    [schema],
  )
  return answer.rows
}

function writeColumn(column: Column): string {
  const single = types[column.type]
  if (!single) throw new TypeError(`No TypeScript type is known for ${column.type} of ${column.schema}.${column.table}.${column.name}`)
  const whole = `${column.isArray ? `${single}[]` : single}${column.isNullable && single !== 'unknown' ? ' | null' : ''}`
  const wrapped = column.isComputed ? `GeneratedAlways<${whole}>` : column.isFilled ? `Generated<${whole}>` : whole
  return `${column.name}: ${wrapped}`
}

const types: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  jsonb: 'unknown',
  numeric: 'string',
  text: 'string',
  timestamptz: 'Date',
  tsvector: 'string',
  uuid: 'string',
}
