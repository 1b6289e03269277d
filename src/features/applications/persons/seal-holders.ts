import type { Database } from '../../../platform/database/index.ts'
import { filesOf, nameOf } from '../../../platform/files/index.ts'
import type { SealHolder } from '../../../platform/seal/index.ts'
import { aboutApplicant } from '../cases/seal-applicant.ts'
import { aboutParty } from '../consulting/ask-opinion.ts'
import { aboutFile } from '../intake/attach-sent.ts'
import { listSealed, listSealedFiles, saveFileName, saveRewrapped, type SealedTable } from './queries-seals.ts'

/** Where files are kept, as the settings say. */
export type FilesAt = Parameters<typeof filesOf>[0]

/** Where this slice keeps people under seal: applicants, those who were consulted, and the files that applicants sent. */
export function sealHoldersOf(database: Database, config: FilesAt): SealHolder[] {
  return [holder(database, 'application', aboutApplicant), holder(database, 'consultation', aboutParty), files(database, config)]
}

/** `id` is `<row>:<ref of its case>`: the seal is bound to the case, the row is what is saved. */
function holder(database: Database, table: SealedTable, about: (ref: string) => string): SealHolder {
  return {
    name: `applications.${table}`,
    async list(after, limit) {
      const rows = await listSealed(database.read, table, rowOf(after), limit)
      return rows.map(({ id, ref, sealed }) => ({ id: `${id}:${ref}`, sealed }))
    },
    save: (id, was, sealed) => database.transaction((db) => saveRewrapped(db, table, rowOf(id), was, sealed)),
    about: (id) => about(refOf(id)),
  }
}

/** Files lie under the hash of their sealed bytes: wrapped anew they are kept under another name, and the row follows. A few at a time. */
function files(database: Database, config: FilesAt): SealHolder {
  const fewFiles = 4
  return {
    name: 'applications.file',
    async list(after, limit) {
      const rows = await listSealedFiles(database.read, rowOf(after), Math.min(limit, fewFiles))
      const sealed = rows.map(async ({ id, ref, sha256 }) => ({ id: `${id}:${ref}`, sealed: await filesOf(config).read(sha256) }))
      return Promise.all(sealed)
    },
    async save(id, was, sealed) {
      const name = await filesOf(config).keep(sealed)
      return database.transaction((db) => saveFileName(db, rowOf(id), nameOf(was), name))
    },
    about: (id) => aboutFile(refOf(id)),
  }
}

function rowOf(id: string | undefined): number {
  return Number(id?.split(':')[0] ?? 0)
}

function refOf(id: string): string {
  return id.split(':')[1] ?? ''
}
