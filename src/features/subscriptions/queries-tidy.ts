import { using, type Db } from '../../platform/database/index.ts'
import type { Tables } from './tables.gen.ts'

/** Removes wishes that were never confirmed, and links that are too old to be trusted. */
export async function removeStale(db: Db, before: { asked: Date; links: Date }): Promise<void> {
  const tables = using<Tables>(db)
  await tables.deleteFrom('subscriptions.follow').where('confirmed_at', 'is', null).where('asked_at', '<', before.asked).execute()
  await tables.deleteFrom('subscriptions.link').where('made_at', '<', before.links).execute()
}

/** Followers who follow nothing any more and did not ask today, or gave no sign for long. */
export async function listForgettable(db: Db, before: { seen: Date; asked: Date }): Promise<number[]> {
  const rows = await using<Tables>(db)
    .selectFrom('subscriptions.follower as f')
    .select('f.id')
    .where((where) =>
      where.or([
        where('f.seen_at', '<', before.seen),
        where.and([
          where('f.seen_at', '<', before.asked),
          where.not(where.exists(where.selectFrom('subscriptions.follow as o').select('o.id').whereRef('o.follower_id', '=', 'f.id'))),
        ]),
      ]),
    )
    .execute()
  return rows.map((row) => row.id)
}

/** Followers who gave no sign for so long that they are asked whether they still read. */
export async function listSilent(db: Db, before: Date): Promise<number[]> {
  const rows = await using<Tables>(db)
    .selectFrom('subscriptions.follower')
    .select('id')
    .where('seen_at', '<', before)
    .where('reminded_at', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}
