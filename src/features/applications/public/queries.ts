import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Grade, Rating } from './rating.ts'

/** Which case has this number, and the hash of its code. */
export async function findCodeHash(db: Db, number: string): Promise<{ ref: string; codeHash: string } | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('applications.application')
    .select(['ref', 'code_hash'])
    .where('number', '=', number)
    .executeTakeFirst()
  return row && { ref: row.ref, codeHash: row.code_hash }
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
