import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './find-binaries.ts'
import { addressIn, answers, removeStaleFiles, stopServer, type Server } from './find-server.ts'
import { clusterFault, give } from './make-cluster.ts'
import type { Address } from './pool.ts'
import { fitsSocket } from './postmaster.ts'
import type { RunAs } from './run-as.ts'

const serverSettings = ['listen_addresses=', 'shared_buffers=64MB', 'max_connections=40', 'fsync=on', 'log_checkpoints=off', 'timezone=UTC']

/** Starts a server on the cluster and waits until it answers; after a crash that includes its recovery. Throws StartFault. */
export async function runServer(cluster: string, binaries: Binaries, as: RunAs, settings: string[], dataDir: string): Promise<Server> {
  removeStaleFiles(cluster)
  const socketDir = socketFolder(dirname(cluster), as)
  const logFile = join(dataDir, 'postgres.log')
  for (let attempt = 1; ; attempt++) {
    const logStart = rotate(logFile)
    const child = launch(binaries.postgres, cluster, socketDir, logFile, as, [...serverSettings, ...settings])
    const address = addressIn(socketDir)
    if (await untilReady(child, address)) {
      const pid = child.pid!
      return { address, stop: () => stopServer(cluster, pid).then(() => removeOwn(socketDir)) }
    }
    const output = readFileSync(logFile).subarray(logStart).toString()
    // Workers of a server that was killed need a moment to notice; until then its memory counts as in use.
    if (attempt === 5 || !/still in use/.test(output)) throw clusterFault(dataDir, output)
    await pause(1000)
  }
}

function launch(program: string, cluster: string, socketDir: string, logFile: string, as: RunAs, settings: string[]): ChildProcess {
  const log = openSync(logFile, 'a', 0o600)
  const options = [...settings, `unix_socket_directories="${socketDir.replaceAll('"', '""')}"`].flatMap((setting) => ['-c', setting])
  const child = spawn(program, ['-D', cluster, ...options], {
    ...as,
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] },
    stdio: ['ignore', log, log],
    detached: true, // Ctrl-C is for the program, which then stops the server in order
  })
  child.on('error', () => undefined) // seen as an exit
  child.unref()
  closeSync(log)
  return child
}

async function untilReady(child: ChildProcess, address: Address): Promise<boolean> {
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    if (await answers(address)) return true
    await pause(30)
  }
  return false
}

// Beside the cluster where the path is short enough for a socket, else in a folder of its own for temporary files.
function socketFolder(home: string, as: RunAs): string {
  const beside = join(home, 'socket')
  const folder = fitsSocket(beside) ? beside : mkdtempSync(join(tmpdir(), 'gongkai-'))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  give(folder, as)
  return folder
}

function removeOwn(socketDir: string): void {
  if (dirname(socketDir) === tmpdir()) rmSync(socketDir, { recursive: true, force: true })
}

const longestLog = 5_000_000

/** Keeps one older log. Answers at which byte the new lines begin. */
function rotate(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size <= longestLog) return size
  renameSync(file, `${file}.1`)
  return 0
}
