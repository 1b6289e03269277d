import type { FileReading } from '../../publishing/index.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/**
 * What a file is in a case: `proof` of who asks, `supplement` to a request, `opinion` of somebody consulted, `original` of something
 * asked for, `redacted` copy of an original, `hand-over` as it stands, `service`: proof that a letter arrived.
 */
export const fileRoles = ['proof', 'supplement', 'opinion', 'original', 'redacted', 'hand-over', 'service'] as const
export type FileRole = (typeof fileRoles)[number]

export interface CaseFile {
  id: number
  itemId?: number
  role: FileRole
  name: string
  mediaType: string
  sizeBytes: number
  /** Of the bytes as they are kept: under seal, where `isSealed`. */
  sha256: string
  isSealed: boolean
  /** Of the original, for a redacted copy. */
  originalHash: string
  /** What was found in it; absent: nobody has looked yet. */
  look?: FileReading
  /** Why it may go out all the same. */
  lookAnswer: string
  addedBy?: number
  addedAt: Date
}

export async function insertCaseFile(db: Db, applicationId: number, file: Omit<CaseFile, 'id' | 'look' | 'lookAnswer'>): Promise<number> {
  const row = await using<Tables>(db)
    .insertInto('applications.file')
    .values({
      ...{ application_id: applicationId, item_id: file.itemId ?? null, role: file.role, name: file.name, media_type: file.mediaType },
      ...{ size_bytes: file.sizeBytes, sha256: file.sha256, is_sealed: file.isSealed, original_hash: file.originalHash },
      ...{ added_by: file.addedBy ?? null, added_at: file.addedAt },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The files of a case that were not dropped, the oldest first. */
export async function listCaseFiles(db: Db, applicationId: number): Promise<CaseFile[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.file')
    .select(['id', 'item_id', 'role', 'name', 'media_type', 'size_bytes', 'sha256', 'is_sealed', 'original_hash', 'added_by', 'added_at'])
    .select(['look', 'look_answer'])
    .where('application_id', '=', applicationId)
    .where('dropped_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, itemId: row.item_id ?? undefined, role: row.role as FileRole, name: row.name, mediaType: row.media_type },
    ...{ sizeBytes: row.size_bytes, sha256: row.sha256, isSealed: row.is_sealed, originalHash: row.original_hash },
    ...{ addedBy: row.added_by ?? undefined, addedAt: row.added_at, lookAnswer: row.look_answer },
    look: (row.look ?? undefined) as FileReading | undefined,
  }))
}

/** A file that waits to be looked into: whose case it belongs to. */
export async function findFileToLook(db: Db, id: number): Promise<{ applicationId: number; name: string; sha256: string } | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('applications.file')
    .select(['application_id', 'name', 'sha256'])
    .where('id', '=', id)
    .where('look', 'is', null)
    .where('is_sealed', '=', false)
    .executeTakeFirst()
  return row && { applicationId: row.application_id, name: row.name, sha256: row.sha256 }
}

export async function saveLook(db: Db, id: number, look: FileReading): Promise<void> {
  await using<Tables>(db)
    .updateTable('applications.file')
    .set({ look: JSON.stringify(look) })
    .where('id', '=', id)
    .execute()
}

export async function saveLookAnswer(db: Db, id: number, answer: string): Promise<void> {
  await using<Tables>(db).updateTable('applications.file').set({ look_answer: answer }).where('id', '=', id).execute()
}

export async function dropFile(db: Db, id: number, at: Date): Promise<void> {
  await using<Tables>(db).updateTable('applications.file').set({ dropped_at: at }).where('id', '=', id).execute()
}
