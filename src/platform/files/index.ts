import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A file whose bytes are not what its name (its SHA-256) says: it is not served. */
export class DamagedFile extends Error {
  override name = 'DamagedFile'
}

/**
 * Keeps bytes under their SHA-256 in `<dataDir>/files` and gives that name. The same bytes are kept once; a half-written file never
 * carries the name.
 */
export async function keepFile(dataDir: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const folder = join(dataDir, 'files', sha256.slice(0, 2))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const waiting = join(folder, `.${sha256}.${process.pid}.${Math.random().toString(36).slice(2)}`)
  await writeFile(waiting, bytes, { mode: 0o600, flush: true })
  await rename(waiting, join(folder, sha256))
  return sha256
}

/** The bytes kept under a name, checked against it. Throws DamagedFile when they do not fit. */
export async function readKept(dataDir: string, sha256: string): Promise<Buffer> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new DamagedFile('not the name of a file')
  const bytes = await readFile(join(dataDir, 'files', sha256.slice(0, 2), sha256))
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new DamagedFile(sha256)
  return bytes
}
