import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/** The documents whose set time has come, the earliest first. */
export async function listDueIds(db: Db, now: Date): Promise<number[]> {
  const rows = await using<Tables>(db)
    .selectFrom('publishing.document')
    .select('id')
    .where('stage', '=', 'scheduled')
    .where('release_at', '<=', now)
    .orderBy('release_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
