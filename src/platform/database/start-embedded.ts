import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { codeOf, StartFault } from './fault.ts'
import { findBinaries } from './find-binaries.ts'
import { heldFault, holdFolder, isHeld } from './hold-folder.ts'
import { clusterFault, homeOf, makeCluster, ownName } from './make-cluster.ts'
import { connectOwner, type Address } from './pool.ts'
import { findServer, type Server } from './find-server.ts'
import { runServer } from './run-server.ts'
import { runAs } from './run-as.ts'

export interface EmbeddedOptions {
  dataDir: string
  log: (line: string) => void
  asGuest: boolean
  /** Further settings of the server, as `name=value`. */
  settings?: string[]
}

export interface Embedded {
  address: Address
  /** The folder as people would write it: './var/postgres'. */
  where: string
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on `dataDir/postgres`, or takes over the one that a killed program left running. Throws StartFault, in
 * one line, when another program holds the folder (a guest then joins it), when the folder cannot be used, or where no build runs.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir } = options
  if (process.platform === 'win32') throw new StartFault('On Windows the built-in PostgreSQL is not supported yet: set DATABASE_URL.')
  try {
    makeFolder(dataDir)
    const cluster = join(dataDir, 'postgres')
    if (options.asGuest && isHeld(dataDir)) return await joinServer(cluster, dataDir)
    const letGo = holdFolder(dataDir)
    return await own(options, cluster, letGo).catch((error: unknown) => {
      letGo()
      throw error
    })
  } catch (error) {
    throw codeOf(error).startsWith('E') ? clusterFault(dataDir, codeOf(error)) : error
  }
}

function makeFolder(dataDir: string): void {
  // As root the folder is open for passing through: the server runs as another user.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  try {
    mkdirSync(dataDir, { recursive: true, mode })
  } catch (error) {
    if (codeOf(error) === 'ENOENT') mkdirSync(dataDir, { mode }) // on a read-only disk only this says why
    throw error
  }
}

async function joinServer(cluster: string, dataDir: string): Promise<Embedded> {
  const server = await findServer(cluster)
  if (!server) throw heldFault(dataDir)
  return { address: server.address, where: shortPath(cluster), stop: async () => undefined }
}

async function own(options: EmbeddedOptions, cluster: string, letGo: () => void): Promise<Embedded> {
  const found = await findServer(cluster)
  const server = found ?? (await startServer(options, cluster))
  const guard = await takeGuard(server, options.dataDir).catch(async (error: unknown) => {
    if (!found) await server.stop()
    throw error
  })
  return {
    address: server.address,
    where: shortPath(cluster),
    stop: async () => {
      await guard.end().catch(() => undefined)
      await server.stop()
      letGo()
    },
  }
}

async function startServer(options: EmbeddedOptions, cluster: string): Promise<Server> {
  const { dataDir, log, settings = [] } = options
  const as = runAs(cluster)
  const home = homeOf(dataDir, as)
  const binaries = await findBinaries(home, as)
  await makeCluster(dataDir, home, binaries, as, log)
  return runServer(join(home, 'postgres'), binaries, as, settings, dataDir)
}

const guardNumber = 471_962_001
const patienceMs = 5000

// The file names the holder; this lock decides. It ends with our connection, however we end.
async function takeGuard(server: Server, dataDir: string): Promise<pg.Client> {
  await makeDatabase(server.address)
  const guard = await connectOwner(server.address)
  for (let waited = 0; ; waited += 100) {
    const answer = await guard.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [guardNumber])
    if (answer.rows[0]?.taken) return guard
    if (waited >= patienceMs) break // a killed program's last statement may have taken a moment to end
    await pause(100)
  }
  await guard.end()
  throw heldFault(dataDir)
}

async function makeDatabase(address: Address): Promise<void> {
  const client = await connectOwner({ ...address, database: 'postgres' })
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [ownName])
    if (!known.rowCount) await client.query(`create database ${ownName}`)
  } finally {
    await client.end()
  }
}

function shortPath(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') ? path : `./${short}`
}
