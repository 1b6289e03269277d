import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { StartFault } from './fault.ts'

/** Under which user the server's programs run; empty where this process is not root: then as itself. */
export interface RunAs {
  uid?: number
  gid?: number
}

/**
 * PostgreSQL refuses to run as root. As root, picks the owner of an existing cluster, else the user `postgres`, else `nobody`.
 * As anybody else, refuses a cluster that belongs to another user, and says whose it is.
 */
export function runAs(cluster: string): RunAs {
  const owner = statSync(cluster, { throwIfNoEntry: false })
  const self = process.getuid?.()
  if (self !== 0) {
    if (owner && self !== undefined && owner.uid !== self) {
      throw new StartFault(`The folder ${cluster} belongs to user number ${owner.uid}: start Gongkai as the user who started it first.`)
    }
    return {}
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return userNamed('postgres') ?? userNamed('_postgres') ?? userNamed('nobody') ?? { uid: 65534, gid: 65534 }
}

/** May that user come to this folder? Asked by trying, so that lists of rights count too. */
export function canReach(folder: string, as: RunAs): boolean {
  if (as.uid === undefined) return true
  return spawnSync('test', ['-x', folder], { ...as, cwd: '/', stdio: 'ignore' }).status === 0
}

function userNamed(name: string): RunAs | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`))
  const [uid, gid] = line?.split(':').slice(2, 4).map(Number) ?? []
  return uid !== undefined && gid !== undefined && uid > 0 ? { uid, gid } : undefined
}
