import { createHash } from 'node:crypto'

/** Where the bytes of files lie, each under its SHA-256. The same bytes are kept once; a half-written file never carries the name. */
export interface FileStore {
  /** Keeps bytes and gives their name. */
  keep(bytes: Uint8Array): Promise<string>
  /** The bytes kept under a name, checked against it. Throws DamagedFile when they do not fit, or are not there. */
  read(sha256: string): Promise<Buffer>
  /** Forgets the bytes under a name for good; nothing happens where there are none. Backups keep what they hold. */
  remove(sha256: string): Promise<void>
  /** Every name, in order. */
  list(): Promise<string[]>
}

/** A file whose bytes are not what its name (its SHA-256) says, or are gone: it is not served. */
export class DamagedFile extends Error {
  override name = 'DamagedFile'
}

/** The name under which bytes are kept. */
export function nameOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The bytes, where they are what their name says. Throws DamagedFile. */
export function checked(sha256: string, bytes: Buffer): Buffer {
  if (nameOf(bytes) !== sha256) throw new DamagedFile(sha256)
  return bytes
}

/** Throws DamagedFile for anything that no file can be called, so that no other path is ever asked for. */
export function mustBeName(sha256: string): void {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new DamagedFile('not the name of a file')
}
