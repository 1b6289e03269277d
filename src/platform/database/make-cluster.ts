import { execFile } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { StartFault } from './fault.ts'
import type { Binaries } from './find-binaries.ts'
import { canReach, type RunAs } from './run-as.ts'

/** The name of the server's own superuser and of the database. */
export const ownName = 'gongkai'

/**
 * The folder in which the cluster `postgres` lives, really: `dataDir`, or, where the server's user cannot come to it
 * (root in a private home), a folder under /var/lib to which `dataDir/postgres` is a link.
 */
export function homeOf(dataDir: string, as: RunAs): string {
  const cluster = join(dataDir, 'postgres')
  if (existsSync(cluster)) return dirname(realpathSync(cluster))
  const real = realpathSync(dataDir)
  if (canReach(real, as)) return real
  mkdirSync('/var/lib/gongkai', { recursive: true, mode: 0o755 })
  const home = mkdtempSync(`/var/lib/gongkai/${basename(dirname(real))}-`)
  give(home, as)
  return home
}

/** Makes the cluster in `home` if it is not there; all or nothing, so an interrupted start leaves nothing half-made. */
export async function makeCluster(
  dataDir: string,
  home: string,
  binaries: Binaries,
  as: RunAs,
  log: (line: string) => void,
): Promise<void> {
  const cluster = join(home, 'postgres')
  if (existsSync(cluster)) return checkVersion(cluster, binaries)
  refuseFullDisk(dataDir, home)
  log('Setting up the database for the first time …')
  const part = join(home, 'postgres.part')
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { mode: 0o700 })
  give(part, as)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = [`--username=${ownName}`, '--auth-local=trust', '--auth-host=reject']
  await promisify(execFile)(binaries.initdb, ['-D', part, '--no-instructions', ...locale, ...access], {
    ...as,
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] },
  }).catch((error: { stderr?: string; message: string }) => {
    rmSync(part, { recursive: true, force: true })
    throw clusterFault(dataDir, error.stderr || error.message)
  })
  renameSync(part, cluster)
  if (realpathSync(dataDir) === home) return
  rmSync(join(dataDir, 'postgres'), { force: true })
  symlinkSync(cluster, join(dataDir, 'postgres'))
  log(`The user who runs the database cannot come to ${dataDir}: its files are in ${home}, linked from there.`)
}

/** Says in one line why the server's files could not be made or used. */
export function clusterFault(dataDir: string, output: string): StartFault {
  if (/No space left|ENOSPC/.test(output)) return new StartFault(`The disk that holds ${dataDir} is full: free some space and start again.`)
  if (/Read-only file system|EROFS/.test(output))
    return new StartFault(`The data folder ${dataDir} is on a read-only disk: choose another DATA_DIR.`)
  if (/Permission denied|EACCES|EPERM/.test(output)) return new StartFault(`The data folder ${dataDir} may not be written by this user.`)
  if (/^(EEXIST|ENOTDIR)$/.test(output)) return new StartFault(`The data folder ${dataDir} is not a folder: choose another DATA_DIR.`)
  const lines = output.trim().split('\n')
  const telling = lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? lines.at(-1) ?? ''
  return new StartFault(`The built-in PostgreSQL could not start in ${dataDir}: ${telling.trim()}`)
}

/** Hands a folder of ours to the user who runs the server. */
export function give(folder: string, as: RunAs): void {
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid)
}

const neededBytes = 150_000_000 // an empty cluster, its first log files, and some air

function refuseFullDisk(dataDir: string, home: string): void {
  const { bavail, bsize } = statfsSync(home)
  if (bavail * bsize >= neededBytes) return
  const free = Math.floor((bavail * bsize) / 1_000_000)
  throw new StartFault(`The disk that holds ${dataDir} is full: ${free} MB are free, ${neededBytes / 1_000_000} MB are needed to begin.`)
}

function checkVersion(cluster: string, binaries: Binaries): void {
  const major = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (major === binaries.major) return
  throw new StartFault(
    `The files in ${cluster} were made by PostgreSQL ${major}; this Gongkai brings ${binaries.major}. Restore a backup into a new DATA_DIR.`,
  )
}
