import { diskStore } from './disk-store.ts'
import { s3Store } from './s3-store.ts'
import type { FileStore } from './store.ts'

export { DamagedFile, nameOf, type FileStore } from './store.ts'

const buckets = new Map<string, FileStore>()

/** The store that the settings name: a bucket where FILES_URL is set, else `<DATA_DIR>/files`. */
export function filesOf({ filesUrl, dataDir }: { filesUrl?: string | undefined; dataDir: string }): FileStore {
  if (filesUrl === undefined) return diskStore(dataDir)
  const store = buckets.get(filesUrl) ?? s3Store(filesUrl)
  buckets.set(filesUrl, store)
  return store
}
