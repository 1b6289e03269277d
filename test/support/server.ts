import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate, openDatabase, StartFault } from '../../src/platform/database/index.ts'
import { startEmbedded } from '../../src/platform/database/start-embedded.ts'

/** What the workers are told: where the server is, and which database to copy. */
export interface TestServer {
  adminUrl: string
  template: string
  prefix: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    server: TestServer | null
  }
}

const prefix = `gongkai_test_${process.pid}_`

/**
 * One PostgreSQL for the whole run: DATABASE_URL if set, else the embedded one in a temporary folder, with one migrated
 * database to copy from. Where neither can run, tests that need a database are skipped, and the run says so.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  let stop = async (): Promise<void> => undefined
  try {
    const found = await findServer()
    stop = found.stop
    const server = { adminUrl: found.url, prefix, template: `${prefix}template` }
    await makeTemplate(server)
    project.provide('server', server)
    return stop
  } catch (error) {
    await stop()
    if (!(error instanceof StartFault) || /migration/.test(error.message)) throw error
    project.provide('server', null)
    console.warn(`\nTESTS THAT NEED A DATABASE ARE SKIPPED: ${error.message}\n`)
    return undefined
  }
}

/** The address of another database on the same server. */
export function urlOf(adminUrl: string, database: string): string {
  return adminUrl.replace(/^(postgres(?:ql)?:\/\/[^/?]*)\/[^?]*/, `$1/${database}`)
}

async function findServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env['DATABASE_URL']
  if (given) {
    await (await openDatabase({ url: given, dataDir: '' })).close() // a StartFault in words when it cannot be used
    return { url: given, stop: () => dropAll(given) }
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'gongkai-test-'))
  await chmod(dataDir, 0o711) // started by root, the server runs as another user
  // Nothing here must survive a power cut, so the tests need not wait for the disk.
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=100', 'autovacuum=off']
  const embedded = await startEmbedded({ dataDir, log: () => undefined, asGuest: false, settings })
  const { user, host, database } = embedded.address
  return {
    url: `postgres://${user}@${encodeURIComponent(String(host))}/${database}`,
    stop: async () => {
      await embedded.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function makeTemplate({ adminUrl, template }: TestServer): Promise<void> {
  await asAdmin(adminUrl, (client) => client.query(`create database ${template} template template0`))
  const database = await openDatabase({ url: urlOf(adminUrl, template), dataDir: '' })
  await migrate(database)
  await database.close()
}

async function dropAll(adminUrl: string): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [
      prefix,
    ])
    for (const { name } of rows) await client.query(`drop database ${name} with (force)`)
  })
}

async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
