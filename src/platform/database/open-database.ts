import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import { connectionFault, unfitServer } from './fault.ts'
import { grantRole } from './grant-rights.ts'
import { handleOf, using, type Db } from './handle.ts'
import { connectOwner, openPool, programRole, type Address } from './pool.ts'
import { runTransaction } from './run-transaction.ts'
import { startEmbedded } from './start-embedded.ts'

export interface Database {
  /** Outside a transaction, for pages. */
  read: Db
  /**
   * Runs an act in one transaction. An error rolls back and is thrown on; so does an outcome `{ ok: false }`, which is
   * returned: a refusal changes nothing. Runs `work` again, up to three times, when the database asks for it.
   */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Ends every connection and stops the embedded server, if this process started or took over one. */
  close(): Promise<void>
  /** The engine in words: 'embedded PostgreSQL 18.4 in ./var/postgres'. */
  describe: string
}

export interface OpenOptions {
  /** PostgreSQL address; without it the embedded server is started. */
  url?: string
  /** The folder whose `postgres` holds the embedded server's files. */
  dataDir: string
  log?: (line: string) => void
  /** Connections kept at most; 10 when not said. */
  poolSize?: number
  /** A command beside a running program: uses its embedded server instead of being refused, and leaves it running. */
  asGuest?: boolean
}

/** Opens the server named by `url`, or starts (or takes over) the embedded one in `dataDir`. Throws StartFault in words for the operator. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const log = options.log ?? (() => undefined)
  if (options.url !== undefined) return openAt({ connectionString: options.url }, serverName(options.url), options, async () => undefined)
  const embedded = await startEmbedded({ dataDir: options.dataDir, log, asGuest: options.asGuest ?? false })
  try {
    return await openAt(embedded.address, `in ${embedded.where}`, options, embedded.stop)
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

/** Runs `work` on a connection of the tables' owner: migrations, rights, backups. Not for acts. */
export async function asOwner<T>(database: Database, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const address = owners.get(database)
  if (!address) throw new TypeError('Not a database of openDatabase')
  const client = await connectOwner(address)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Reads in one transaction that sees the database as it was at one instant, whatever others write meanwhile. It cannot write. */
export function readSnapshot<T>(database: Database, work: (db: Db) => Promise<T>): Promise<T> {
  return database.transaction(async (db) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(using(db))
    return work(db)
  })
}

const owners = new WeakMap<Database, Address>()

async function openAt(address: Address, where: string, options: OpenOptions, stop: () => Promise<void>): Promise<Database> {
  const log = options.log ?? (() => undefined)
  const { version, hasRole } = await greet(address, where)
  if (!hasRole) log(`The database user may not set up the role ${programRole}: the record is guarded by triggers alone.`)
  const pool = openPool(address, options.poolSize ?? 10, hasRole ? programRole : undefined, log)
  const kysely = new Kysely<never>({ dialect: new PostgresDialect({ pool }) })
  const database: Database = {
    read: handleOf(kysely),
    transaction: (work) => runTransaction(kysely, work),
    close: once(async () => {
      await kysely.destroy()
      await stop()
    }),
    describe: options.url === undefined ? `embedded PostgreSQL ${version} ${where}` : `PostgreSQL ${version} at ${where}`,
  }
  owners.set(database, address)
  return database
}

/** First words with the server: is it reachable and fit, and may the program act as its own role? */
async function greet(address: Address, where: string): Promise<{ version: string; hasRole: boolean }> {
  const client = await connectOwner(address).catch((error: unknown) => {
    throw connectionFault(error, where)
  })
  try {
    const answer = await client.query<Record<'number' | 'version' | 'encoding', string>>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version, current_setting('server_encoding') as encoding`,
    )
    const row = answer.rows[0]!
    const version = row.version.split(' ')[0]!
    const unfit = unfitServer(Number(row.number), version, row.encoding)
    if (unfit) throw unfit
    return { version, hasRole: await grantRole(client, programRole) }
  } finally {
    await client.end()
  }
}

function serverName(url: string): string {
  try {
    const { host, pathname, searchParams } = new URL(url)
    return decodeURIComponent(`${searchParams.get('host') ?? host}${pathname}`)
  } catch {
    throw connectionFault(new Error('write it as postgres://user:password@host:port/database'), 'not an address')
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= work())
}
