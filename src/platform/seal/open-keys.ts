import { readFileSync, statSync } from 'node:fs'
import { StartFault } from '../database/fault.ts'
import { makeRing, readRing, writeRing, type Keyring, type SealKeys } from './keyring.ts'
import { writeKeyFile } from './write-key-file.ts'

export interface OpenKeysOptions {
  /** May a key file be made where none is? Only where nothing is sealed yet. */
  mayCreate: boolean
  now?: () => Date
  /** Is told, in words for the operator, that a key file was made. */
  tell?: (line: string) => void
}

/**
 * The keys in the file at `path`. Nothing is read or made before the first use, so a site that never seals has no key file. A file that
 * another program changed is read again at the next use, so a rotation beside a running program is seen at once. A file that was there and is
 * gone is never made anew: nothing is sealed until it is back, what was sealed still opens while this process lives.
 */
export function openKeys(path: string, { mayCreate, now = () => new Date(), tell }: OpenKeysOptions): SealKeys {
  let seen: { mark: string; ring: Keyring } | undefined
  const load = (): Keyring | undefined => {
    const mark = markOf(path)
    if (mark === undefined) return undefined
    if (seen?.mark !== mark) seen = { mark, ring: readKeyFile(path) }
    return seen.ring
  }
  const make = (): Keyring | undefined => {
    if (!mayCreate || seen !== undefined) return undefined
    const isMine = write(path, makeRing(now()), 'new')
    if (isMine) tell?.(`The key file ${path} was made. Keep a copy of it apart from the backups: without it sealed fields are lost.`)
    return load()
  }
  return {
    ring(use) {
      const ring = load() ?? (use === 'seal' ? make() : seen?.ring)
      if (ring === undefined) throw missing(path)
      return ring
    },
    change(from, to) {
      if (load() !== from) throw new StartFault(`The key file ${path} was changed by another program meanwhile. Run the command again.`)
      write(path, to, 'over')
    },
  }
}

/** What tells one state of the file from the next; undefined where there is none. */
function markOf(path: string): string | undefined {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false })
    return found && `${found.ino} ${found.mtimeNs} ${found.size}`
  } catch (error) {
    throw unreadable(path, error)
  }
}

function readKeyFile(path: string): Keyring {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw unreadable(path, error)
  }
  const ring = readRing(text)
  if (ring === undefined) {
    throw new StartFault(`The key file ${path} is damaged, or it is no key file. Restore the key file from its copy; no new one is made.`)
  }
  return ring
}

function write(path: string, ring: Keyring, how: 'new' | 'over'): boolean {
  const text = writeRing(ring)
  if (readRing(text) === undefined) throw new RangeError('These keys could not be read again')
  try {
    return writeKeyFile(path, text, how)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartFault(
      `The key file ${path} cannot be written (${code}). Give its folder to the user who runs Gongkai, or set SEAL_KEYS.`,
      {
        cause: error,
      },
    )
  }
}

function missing(path: string): StartFault {
  return new StartFault(
    `The key file ${path} is not there, and what was sealed with it cannot be read without it. ` +
      'Restore the key file from its copy, or set SEAL_KEYS to where it is; no new one is made.',
  )
}

function unreadable(path: string, error: unknown): StartFault {
  const { code } = error as NodeJS.ErrnoException
  return new StartFault(
    `The key file ${path} cannot be read (${code}). Give it to the user who runs Gongkai, or restore it; no new one is made.`,
    { cause: error },
  )
}
