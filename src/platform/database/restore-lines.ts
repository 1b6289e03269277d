import type pg from 'pg'
import type { FileStore } from '../files/index.ts'
import { DamagedBackup, readBackup, type BackupHeader, type BackupLine } from './backup-file.ts'
import { addRows, listSequences, listTables, type TableShape } from './backup-tables.ts'
import { listSchemas } from './write-tables.ts'

/** What was read back. */
export interface Loaded {
  tables: number
  rows: number
  files: number
}

/** What is being read: rows that wait to be added to their table, pieces that wait to become their file. */
interface Reading {
  client: pg.Client
  store: FileStore
  tables: readonly TableShape[]
  sequences: readonly string[]
  table?: TableShape
  rows: (string | null)[][]
  characters: number
  file?: { name: string; sizeBytes: number }
  pieces: Buffer[]
  loaded: Loaded
}

/**
 * Fills the tables of this transaction, the sequences and the kept files from a backup; what stood in the tables before goes. References
 * between rows are checked at the end, so the order of the rows does not matter. Throws DamagedBackup where the file is not whole
 * or does not fit the tables: the caller then rolls back. Files kept until then stay; without a row nobody finds them.
 */
export async function loadLines(client: pg.Client, store: FileStore, file: string): Promise<Loaded> {
  const tables = await listTables(client)
  const sequences = (await listSequences(client)).map(({ sequence }) => sequence)
  const references = await deferReferences(client)
  for (const table of tables) await client.query(`delete from ${table.name}`)
  const loaded = { tables: 0, rows: 0, files: 0 }
  const reading: Reading = { client, store, tables, sequences, rows: [], characters: 0, pieces: [], loaded }
  for await (const line of readBackup(file)) await take(reading, line)
  await finish(reading)
  await client.query('set constraints all immediate')
  for (const reference of references) await client.query(`${reference} not deferrable`)
  return loaded
}

async function deferReferences(client: pg.Client): Promise<string[]> {
  const answer = await client.query<{ change: string }>(
    `select format('alter table %s alter constraint %I', conrelid::regclass, conname) as change
     from pg_constraint join pg_namespace n on n.oid = connamespace
     where contype = 'f' and not condeferrable and conparentid = 0 and nspname = any($1) order by 1`,
    [await listSchemas(client)],
  )
  const changes = answer.rows.map((row) => row.change)
  for (const change of changes) await client.query(`${change} deferrable initially deferred`)
  return changes
}

const charactersAtOnce = 2_000_000
const rowsAtOnce = 500

async function take(reading: Reading, line: BackupHeader | BackupLine): Promise<void> {
  if (Array.isArray(line)) return takeRow(reading, line)
  if (typeof line === 'string') return void reading.pieces.push(Buffer.from(line, 'base64'))
  await finish(reading)
  if ('table' in line) reading.table = beginTable(reading, line)
  else if ('file' in line) reading.file = { name: line.file, sizeBytes: line.sizeBytes }
  else if ('sequence' in line) await setSequence(reading, line)
}

async function takeRow(reading: Reading, row: (string | null)[]): Promise<void> {
  if (reading.table === undefined || row.length !== reading.table.columns.length)
    throw new DamagedBackup('unfit', 'a row without its table')
  reading.rows.push(row)
  reading.characters += row.reduce((sum, value) => sum + (value?.length ?? 0), 0)
  if (reading.rows.length >= rowsAtOnce || reading.characters >= charactersAtOnce) await addWaiting(reading)
}

async function addWaiting(reading: Reading): Promise<void> {
  const { client, table, rows, loaded } = reading
  if (table === undefined || rows.length === 0) return
  await addRows(client, table, rows)
  loaded.rows += rows.length
  reading.rows = []
  reading.characters = 0
}

/** Adds the last rows of a table, or keeps the file whose pieces are complete. */
async function finish(reading: Reading): Promise<void> {
  await addWaiting(reading)
  reading.table = undefined
  const { file } = reading
  if (file === undefined) return
  const bytes = Buffer.concat(reading.pieces)
  reading.pieces = []
  reading.file = undefined
  if (bytes.length !== file.sizeBytes || (await reading.store.keep(bytes)) !== file.name)
    throw new DamagedBackup('unfit', `the file ${file.name} is not what its name says`)
  reading.loaded.files++
}

/** The table of this database under that name, with the columns in the order of the backup. */
function beginTable({ tables, loaded }: Reading, line: { table: string; columns: string[] }): TableShape {
  const table = tables.find(({ name }) => name === line.table)
  const columns = line.columns.flatMap((name) => table?.columns.find((column) => column.name === name) ?? [])
  if (table === undefined || columns.length !== line.columns.length || columns.length !== table.columns.length)
    throw new DamagedBackup('unfit', `the table ${line.table} is not one of this database`)
  loaded.tables++
  return { ...table, columns }
}

async function setSequence({ client, sequences }: Reading, line: { sequence: string; last: string; isCalled: boolean }): Promise<void> {
  if (!sequences.includes(line.sequence)) throw new DamagedBackup('unfit', `the sequence ${line.sequence} is not one of this database`)
  await client.query('select setval($1::regclass, $2::bigint, $3)', [line.sequence, line.last, line.isCalled])
}
