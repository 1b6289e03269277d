import pg from 'pg'
import { describe, inject } from 'vitest'
import { openDatabase, type Database } from '../../src/platform/database/index.ts'
import { urlOf } from './server.ts'

const opened: { database: Database; name: string }[] = []

/** Does this run have a PostgreSQL? Where not, `describeWithDatabase` skips its tests. */
export const hasServer: boolean = inject('server') !== null

/** `describe` for tests that need a database: skipped, and counted as skipped, where no server could be started. */
export const describeWithDatabase = describe.skipIf(!hasServer)

/** A migrated, empty database of this test's own; closed and dropped when the test file ends. Call it in a test or a hook. */
export async function freshDatabase(options: { log?: (line: string) => void; poolSize?: number } = {}): Promise<Database> {
  const server = inject('server')
  if (!server) throw new Error('This test needs a database: use describeWithDatabase')
  const name = `${server.prefix}${process.pid}_${crypto.randomUUID().slice(0, 8)}`
  await asAdmin((client) => client.query(`create database ${name} template ${server.template}`))
  const database = await openDatabase({ url: urlOf(server.adminUrl, name), dataDir: '', poolSize: 5, ...options })
  opened.push({ database, name })
  return database
}

/** The address of a database of `freshDatabase`, for tests that start the whole program. */
export function addressOf(database: Database): string {
  const server = inject('server')
  const found = opened.find((one) => one.database === database)
  if (!server || !found) throw new Error('Not a database of freshDatabase')
  return urlOf(server.adminUrl, found.name)
}

/** Closes and drops what `freshDatabase` has made. */
export async function closeDatabases(): Promise<void> {
  const made = opened.splice(0)
  for (const { database } of made) await database.close()
  if (made.length === 0) return
  await asAdmin(async (client) => {
    for (const { name } of made) await client.query(`drop database if exists ${name} with (force)`)
  })
}

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('server')!.adminUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
