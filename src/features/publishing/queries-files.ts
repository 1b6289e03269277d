import { sql, type Selectable } from 'kysely'
import { using, type Db } from '../../platform/database/index.ts'
import type { Tables } from './tables.gen.ts'

/** A file that goes with a document. Its bytes live under their SHA-256. */
export interface StoredFile {
  id: number
  name: string
  mediaType: string
  sizeBytes: number
  sha256: string
  addedBy: number
  /** It came with the last release. */
  isPublic: boolean
  /** The file of which this is the clean copy; that one is sealed. */
  cleanedFrom?: number
}

/** Adds a file and gives its number. */
export async function insertFile(
  db: Db,
  documentId: number,
  file: Omit<StoredFile, 'id' | 'isPublic'> & { addedAt: Date },
): Promise<number> {
  const row = await using<Tables>(db)
    .insertInto('publishing.file')
    .values({
      document_id: documentId,
      name: file.name,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
      added_by: file.addedBy,
      added_at: file.addedAt,
      cleaned_from: file.cleanedFrom ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The files that go with a document as it is being worked on, in the order they were added. */
export async function listFiles(db: Db, documentId: number): Promise<StoredFile[]> {
  const rows = await filesOf(db, documentId).where('removed_at', 'is', null).execute()
  return rows.map(asFile)
}

/** Every file that a document ever had, for the record: a file that a correction took away may still be the public one. */
export async function listFilesEver(db: Db, documentId: number): Promise<(StoredFile & { isRemoved: boolean })[]> {
  const rows = await filesOf(db, documentId).execute()
  return rows.map((row) => ({ ...asFile(row), isRemoved: row.removed_at !== null }))
}

/** Who took a file away, and when. */
export async function listFileRemovers(db: Db, documentId: number): Promise<{ byId: number; at: Date }[]> {
  const rows = await filesOf(db, documentId).where('removed_by', 'is not', null).execute()
  return rows.flatMap((row) => (row.removed_by === null || row.removed_at === null ? [] : [{ byId: row.removed_by, at: row.removed_at }]))
}

/** The files that came with the last release: what the public may have, whatever a correction is doing meanwhile. */
export async function listPublicFiles(db: Db, documentId: number): Promise<StoredFile[]> {
  const rows = await filesOf(db, documentId).where('is_public', '=', true).execute()
  return rows.map(asFile)
}

/** The sealed original of a clean copy: whatever became of the copy, it is there. */
export async function findSealed(db: Db, documentId: number, copyId: number): Promise<StoredFile | undefined> {
  const files = await listFilesEver(db, documentId)
  const copy = files.find((file) => file.id === copyId)
  return copy && files.find((file) => file.id === copy.cleanedFrom)
}

/** Takes a file away; false when it is not there (any more). */
export async function saveFileRemoved(db: Db, documentId: number, id: number, at: Date, by: number): Promise<boolean> {
  const answer = await using<Tables>(db)
    .updateTable('publishing.file')
    .set({ removed_at: at, removed_by: by })
    .where('document_id', '=', documentId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return answer.numUpdatedRows > 0n
}

/** A release makes the files as they are now the public ones. */
export async function saveFilesReleased(db: Db, documentId: number): Promise<void> {
  await using<Tables>(db)
    .updateTable('publishing.file')
    .set({ is_public: sql<boolean>`removed_at is null` })
    .where('document_id', '=', documentId)
    .execute()
}

/** Puts the files back to those of the last release, when a correction is given up. */
export async function saveFilesRestored(db: Db, documentId: number, at: Date): Promise<void> {
  const files = using<Tables>(db).updateTable('publishing.file').where('document_id', '=', documentId)
  await files.set({ removed_at: null }).where('is_public', '=', true).execute()
  await files.set({ removed_at: at }).where('is_public', '=', false).where('removed_at', 'is', null).execute()
}

function filesOf(db: Db, documentId: number) {
  return using<Tables>(db).selectFrom('publishing.file').selectAll().where('document_id', '=', documentId).orderBy('id')
}

function asFile(row: Selectable<Tables['publishing.file']>): StoredFile {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    addedBy: row.added_by,
    isPublic: row.is_public,
    ...(row.cleaned_from === null ? {} : { cleanedFrom: row.cleaned_from }),
  }
}

/** The ids of the documents that a document names as related. */
export async function listRelated(db: Db, documentId: number): Promise<number[]> {
  const rows = await using<Tables>(db)
    .selectFrom('publishing.relation')
    .select('other_id')
    .where('document_id', '=', documentId)
    .orderBy('other_id')
    .execute()
  return rows.map((row) => row.other_id)
}

export async function saveRelated(db: Db, documentId: number, otherIds: readonly number[]): Promise<void> {
  const tables = using<Tables>(db)
  await tables.deleteFrom('publishing.relation').where('document_id', '=', documentId).execute()
  const others = [...new Set(otherIds)].filter((id) => id !== documentId)
  if (others.length === 0) return
  await tables
    .insertInto('publishing.relation')
    .values(others.map((other_id) => ({ document_id: documentId, other_id })))
    .execute()
}
