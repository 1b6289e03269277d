import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { codeOf } from './fault.ts'
import { ownName } from './make-cluster.ts'
import { connectOwner, type Address } from './pool.ts'
import { readPostmaster, type Postmaster } from './postmaster.ts'

/** A living server: how to reach it and how to stop it. */
export interface Server {
  address: Address
  stop(): Promise<void>
}

/**
 * The server that already runs on this cluster, left by a program that was killed; undefined where there is none.
 * One that is still starting or stopping is waited for, up to half a minute.
 */
export async function findServer(cluster: string): Promise<Server | undefined> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    const running = readPidFile(cluster)
    if (!running) return undefined
    const address = addressIn(running.socketDir)
    if (running.socketDir !== '' && (await answers(address))) return { address, stop: () => stopServer(cluster, running.pid) }
    if (!isServerOf(cluster, running.pid)) return undefined
    await pause(100)
  }
  return undefined
}

/** How to reach the server that listens in this folder. */
export function addressIn(socketDir: string): Address {
  return { host: socketDir, port: 5432, user: ownName, database: ownName }
}

/** Does a server answer there? */
export async function answers(address: Address): Promise<boolean> {
  try {
    const client = await connectOwner({ ...address, database: 'postgres' })
    await client.end()
    return true
  } catch (error) {
    return codeOf(error) === '53300' // it lives, and has no connection left
  }
}

/** Ends the sessions, lets the server write everything, and waits until it is gone. */
export async function stopServer(cluster: string, pid: number): Promise<void> {
  signal(pid, 'SIGINT') // PostgreSQL's "fast" stop
  const isGone = () => readPidFile(cluster)?.pid !== pid || !isServerOf(cluster, pid)
  for (let waited = 0; !isGone(); waited += 20) {
    if (waited === 20_000) signal(pid, 'SIGQUIT') // at once; the next start recovers
    await pause(20)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // it is gone already
  }
}

/** Removes what a dead server left. It would do so itself, unless its process number is alive again or not yet collected. */
export function removeStaleFiles(cluster: string): void {
  const running = readPidFile(cluster)
  if (running && (isServerOf(cluster, running.pid) || !existsSync('/proc/self'))) return
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  rmSync(join(dirname(cluster), 'socket'), { recursive: true, force: true })
}

// What the process was started with tells a server of this cluster from a stranger to whom its number was given again, and
// from a dead one whose number nobody has collected yet.
function isServerOf(cluster: string, pid: number): boolean {
  if (!existsSync('/proc/self')) return signals(pid)
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(realpathSync(cluster))
  } catch {
    return false
  }
}

function signals(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function readPidFile(cluster: string): Postmaster | undefined {
  try {
    return readPostmaster(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'))
  } catch {
    return undefined
  }
}
