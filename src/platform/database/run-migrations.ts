import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import { packageRoot } from '../root.ts'
import { codeOf, StartFault } from './fault.ts'
import { grantRights } from './grant-rights.ts'
import { using } from './handle.ts'
import { asOwner, type Database } from './open-database.ts'
import { programRole } from './pool.ts'

interface Migration {
  name: string
  text: string
  sha256: string
}

const folderOfAll = join(packageRoot, 'migrations')
const form = /^\d{4}_[a-z0-9_-]+\.sql$/
const lockNumber = 471_962_003 // any fixed number: it names the right to migrate

/**
 * Runs every file of `migrations/` that this database has not seen, in order, each in a transaction of its own; two programs
 * at once take turns. Answers the names run. Throws StartFault when an earlier file was changed, is missing, or a file fails.
 */
export async function migrate(database: Database, folder: string = folderOfAll): Promise<string[]> {
  return runAll(database, await readMigrations(folder), folder === folderOfAll)
}

/** Brings a database to the state after the migration named `last`, and no further: to receive the rows of that time. */
export async function migrateUpTo(database: Database, last: string): Promise<string[]> {
  const migrations = await readMigrations()
  return runAll(
    database,
    migrations.filter(({ name }) => name <= last),
    true,
  )
}

async function runAll(database: Database, migrations: readonly Migration[], isWhole: boolean): Promise<string[]> {
  return asOwner(database, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    await client.query(`create schema if not exists platform;
      create table if not exists platform.migration (name text primary key, sha256 text not null, at timestamptz not null)`)
    const applied = await client.query<{ name: string; sha256: string }>('select name, sha256 from platform.migration order by name')
    const pending = pendingOf(migrations, applied.rows)
    for (const migration of pending) await run(client, migration)
    if (isWhole) await grantRights(client, programRole)
    return pending.map((migration) => migration.name)
  })
}

/** The names of the migrations that this database still lacks. Throws StartFault like `migrate`. */
export async function pendingMigrations(database: Database, folder: string = folderOfAll): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const applied = await sql<{ name: string; sha256: string }>`select name, sha256 from platform.migration order by name`
    .execute(using<never>(database.read))
    .then(
      (answer) => answer.rows,
      (error: unknown) => {
        if (codeOf(error) === '42P01') return [] // no such table: a new database
        throw error
      },
    )
  return pendingOf(migrations, applied).map((migration) => migration.name)
}

/** The migrations that this program has, in order. */
export async function readMigrations(folder: string = folderOfAll): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => form.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n') // a checkout may change line ends
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

function pendingOf(migrations: readonly Migration[], applied: readonly { name: string; sha256: string }[]): Migration[] {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, sha256 } of applied) {
    const migration = byName.get(name)
    if (!migration)
      throw new StartFault(`The database was changed by ${name}, which this program does not have: it is older than its database.`)
    if (migration.sha256 !== sha256)
      throw new StartFault(`The file migrations/${name} was changed after it had run: restore it and write a new one.`)
  }
  const last = applied.at(-1)?.name ?? ''
  const pending = migrations.filter((migration) => !applied.some(({ name }) => name === migration.name))
  const late = pending.find((migration) => migration.name < last)
  if (late) throw new StartFault(`The file migrations/${late.name} comes before ${last}, which has run already: give it the next number.`)
  return pending
}

async function run(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.text)
    await client.query('insert into platform.migration (name, sha256, at) values ($1, $2, now())', [migration.name, migration.sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new StartFault(`The migration ${migration.name} failed${lineOf(error, migration.text)}: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

function lineOf(error: unknown, text: string): string {
  const position = Number((error as { position?: string }).position)
  return Number.isInteger(position) ? ` at line ${text.slice(0, position).split('\n').length}` : ''
}
