import { sql } from 'kysely'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Grade, Rating } from './rating.ts'

/** Which case has this number, the hash of its code, and that of the case out of which another unit handed it over. */
export async function findCodeHash(db: Db, number: string): Promise<{ ref: string; codeHash: string; originHash?: string } | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('applications.application as own')
    .select(['own.ref', 'own.code_hash'])
    .select((eb) =>
      eb
        .selectFrom('applications.event as event')
        .innerJoin('applications.application as origin', (join) => join.on('origin.number', '=', sql<string>`event.fields ->> 'case'`))
        .select('origin.code_hash')
        .whereRef('event.application_id', '=', 'own.id')
        .where('event.kind', '=', 'handed-over')
        .where(sql<boolean>`event.fields ? 'from'`)
        .limit(1)
        .as('origin_hash'),
    )
    .where('own.number', '=', number)
    .executeTakeFirst()
  return row && { ref: row.ref, codeHash: row.code_hash, originHash: row.origin_hash ?? undefined }
}

export async function findRating(db: Db, applicationId: number): Promise<Rating | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('applications.rating')
    .select(['grade', 'words'])
    .where('application_id', '=', applicationId)
    .executeTakeFirst()
  return row && { grade: row.grade as Grade, words: row.words }
}

export async function insertRating(db: Db, applicationId: number, { grade, words }: Rating, at: Date): Promise<void> {
  await using<Tables>(db).insertInto('applications.rating').values({ application_id: applicationId, grade, words, at }).execute()
}
