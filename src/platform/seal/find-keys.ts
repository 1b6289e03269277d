import { existsSync } from 'node:fs'
import type { SealHolder } from './holder.ts'
import type { SealKeys } from './keyring.ts'
import { openKeys } from './open-keys.ts'

/**
 * The keys of a site. Where the key file is missing although something is sealed, the site starts all the same, since its public pages
 * need no keys: the log says so, and whoever seals or opens is told. A key file may be made only where nothing is sealed.
 */
export async function findKeys(
  path: string,
  holders: readonly SealHolder[],
  log: (line: Record<string, unknown>) => void,
): Promise<SealKeys> {
  const isLost = !existsSync(path) && (await hasSealed(holders))
  const keys = openKeys(path, { mayCreate: !isLost, tell: (line) => log({ level: 'info', keys: line }) })
  if (isLost) {
    try {
      keys.ring('open')
    } catch (fault) {
      log({ level: 'error', fault: String(fault) })
    }
  }
  return keys
}

async function hasSealed(holders: readonly SealHolder[]): Promise<boolean> {
  for (const holder of holders) if ((await holder.list(undefined, 1)).length > 0) return true
  return false
}
