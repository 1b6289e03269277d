import type { Database } from '../../../platform/database/index.ts'
import { filesOf, nameOf } from '../../../platform/files/index.ts'
import type { SealHolder } from '../../../platform/seal/index.ts'
import { aboutApplicant } from '../cases/seal-applicant.ts'
import { aboutParty } from '../consulting/ask-opinion.ts'
import { aboutFile } from '../intake/attach-sent.ts'
import { aboutCandidate } from '../mailroom/candidate.ts'
import { aboutMailbox } from '../mailroom/mailbox.ts'
import { listMailboxes, saveRewrappedMailbox } from '../mailroom/queries-mailboxes.ts'
import { listSealedMails, saveRewrappedMail } from '../mailroom/queries.ts'
import { listSealed, listSealedFiles, saveFileName, saveRewrapped, type SealedTable } from './queries-seals.ts'

/** Where files are kept, as the settings say. */
export type FilesAt = Parameters<typeof filesOf>[0]

/**
 * Where this slice keeps something under seal: applicants, those who were consulted, the files that applicants sent, letters by mail, and
 * the passwords of mailboxes.
 */
export function sealHoldersOf(database: Database, config: FilesAt): SealHolder[] {
  return [
    holder(database, 'application', aboutApplicant),
    holder(database, 'consultation', aboutParty),
    files(database, config),
    mails(database),
    mailboxes(database),
  ]
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

/** Mails are large: a few at a time. `id` is `<row>:<unit>:<hash>`. */
function mails(database: Database): SealHolder {
  const fewMails = 2
  return {
    name: 'applications.candidate',
    async list(after, limit) {
      const rows = await listSealedMails(database.read, rowOf(after), Math.min(limit, fewMails))
      return rows.map(({ id, unitId, sha256, sealed }) => ({ id: `${id}:${unitId}:${sha256}`, sealed }))
    },
    save: (id, was, sealed) => database.transaction((db) => saveRewrappedMail(db, rowOf(id), was, sealed)),
    about: (id) => aboutCandidate(Number(refOf(id)), id.split(':')[2] ?? ''),
  }
}

/** `id` is that of the unit. */
function mailboxes(database: Database): SealHolder {
  return {
    name: 'applications.counter',
    async list(after, limit) {
      return (await listMailboxes(database.read, rowOf(after), limit)).map(({ unitId, sealed }) => ({ id: String(unitId), sealed }))
    },
    save: (id, was, sealed) => database.transaction((db) => saveRewrappedMailbox(db, rowOf(id), was, sealed)),
    about: (id) => aboutMailbox(rowOf(id)),
  }
}

function rowOf(id: string | undefined): number {
  return Number(id?.split(':')[0] ?? 0)
}

function refOf(id: string): string {
  return id.split(':')[1] ?? ''
}
