import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checked, DamagedFile, mustBeName, nameOf, type FileStore } from './store.ts'

/** Files in `<dataDir>/files`, in folders of the first two characters of their names. */
export function diskStore(dataDir: string): FileStore {
  const root = join(dataDir, 'files')
  const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256)
  return {
    async keep(bytes) {
      const sha256 = nameOf(bytes)
      const folder = join(root, sha256.slice(0, 2))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const waiting = join(folder, `.${sha256}.${process.pid}.${Math.random().toString(36).slice(2)}`)
      await writeFile(waiting, bytes, { mode: 0o600, flush: true })
      await rename(waiting, pathOf(sha256))
      return sha256
    },
    async read(sha256) {
      mustBeName(sha256)
      const bytes = await readFile(pathOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new DamagedFile(`${sha256} is not there`) : error
      })
      return checked(sha256, bytes)
    },
    async remove(sha256) {
      mustBeName(sha256)
      await rm(pathOf(sha256), { force: true })
    },
    async list() {
      const paths = await readdir(root, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [] // nothing was ever kept
        throw error
      })
      return paths.flatMap((path) => /^[0-9a-f]{2}[\\/]([0-9a-f]{64})$/.exec(path)?.[1] ?? []).sort()
    },
  }
}
