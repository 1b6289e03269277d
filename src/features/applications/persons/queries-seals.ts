import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

export type SealedTable = 'application' | 'consultation'

/** Sealed values of a table after a row, in order, each with the case to which its seal is bound. */
export async function listSealed(
  db: Db,
  table: SealedTable,
  after: number,
  limit: number,
): Promise<{ id: number; ref: string; sealed: Buffer }[]> {
  const rows =
    table === 'application'
      ? await using<Tables>(db)
          .selectFrom('applications.application')
          .select(['id', 'ref', 'sealed'])
          .where('id', '>', after)
          .where('sealed', 'is not', null)
          .orderBy('id')
          .limit(limit)
          .execute()
      : await using<Tables>(db)
          .selectFrom('applications.consultation as consultation')
          .innerJoin('applications.application as application', 'application.id', 'consultation.application_id')
          .select(['consultation.id', 'application.ref', 'consultation.sealed'])
          .where('consultation.id', '>', after)
          .where('consultation.sealed', 'is not', null)
          .orderBy('consultation.id')
          .limit(limit)
          .execute()
  return rows.flatMap(({ id, ref, sealed }) => (sealed === null ? [] : [{ id, ref, sealed }]))
}

/** Puts a newly wrapped seal in the place of the old one, unless it changed meanwhile. */
export async function saveRewrapped(db: Db, table: SealedTable, id: number, was: Buffer, sealed: Buffer): Promise<boolean> {
  const result = await using<Tables>(db)
    .updateTable(`applications.${table}`)
    .set({ sealed })
    .where('id', '=', id)
    .where('sealed', '=', was)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Sealed files after a row, in order. */
export async function listSealedFiles(db: Db, after: number, limit: number): Promise<{ id: number; ref: string; sha256: string }[]> {
  return using<Tables>(db)
    .selectFrom('applications.file as file')
    .innerJoin('applications.application as application', 'application.id', 'file.application_id')
    .select(['file.id', 'application.ref', 'file.sha256'])
    .where('file.id', '>', after)
    .where('file.is_sealed', '=', true)
    .where('file.dropped_at', 'is', null)
    .orderBy('file.id')
    .limit(limit)
    .execute()
}

/** Lets a row follow its file to another name, unless it changed meanwhile. */
export async function saveFileName(db: Db, id: number, was: string, sha256: string): Promise<boolean> {
  const result = await using<Tables>(db)
    .updateTable('applications.file')
    .set({ sha256 })
    .where('id', '=', id)
    .where('sha256', '=', was)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
