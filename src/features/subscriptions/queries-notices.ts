import { sql } from 'kysely'
import { using, type Db } from '../../platform/database/index.ts'
import type { Frequency } from './frequency.ts'
import type { Tables } from './tables.gen.ts'

/** The last change that was looked through; the row stays locked, so that two processes never tell of the same one. */
export async function lockProgress(db: Db): Promise<number> {
  const row = await using<Tables>(db).selectFrom('subscriptions.progress').select('change_id').forUpdate().executeTakeFirstOrThrow()
  return row.change_id
}

export async function saveProgress(db: Db, changeId: number): Promise<void> {
  await using<Tables>(db).updateTable('subscriptions.progress').set({ change_id: changeId }).execute()
}

/** Every list that somebody follows, each once. */
export async function listFollowedLists(db: Db): Promise<string[]> {
  const rows = await using<Tables>(db)
    .selectFrom('subscriptions.follow')
    .select('target')
    .distinct()
    .where('kind', '=', 'list')
    .where('confirmed_at', 'is not', null)
    .execute()
  return rows.map((row) => row.target)
}

/** Does anybody follow anything? */
export async function hasFollows(db: Db): Promise<boolean> {
  const row = await using<Tables>(db)
    .selectFrom('subscriptions.follow')
    .select('id')
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Who had confirmed one of these wishes when a change became true, and how often each wants to hear. */
export async function listWanting(
  db: Db,
  targets: readonly string[],
  changeId: number,
): Promise<{ followerId: number; frequency: Frequency }[]> {
  if (targets.length === 0) return []
  const rows = await using<Tables>(db)
    .selectFrom('subscriptions.follow')
    .select(['follower_id', 'frequency'])
    .where('target', 'in', [...targets])
    .where('confirmed_at', 'is not', null)
    .where('after_change', '<', changeId)
    .execute()
  return rows.map((row) => ({ followerId: row.follower_id, frequency: row.frequency as Frequency }))
}

/** Notes that a follower is to be told of a change; once for ever. */
export async function addNotices(
  db: Db,
  notices: readonly { followerId: number; changeId: number; frequency: Frequency }[],
): Promise<void> {
  if (notices.length === 0) return
  await using<Tables>(db)
    .insertInto('subscriptions.notice')
    .values(notices.map((one) => ({ follower_id: one.followerId, change_id: one.changeId, frequency: one.frequency })))
    .onConflict((conflict) => conflict.columns(['follower_id', 'change_id']).doNothing())
    .execute()
}

/** Followers who wait to be told with this frequency, from one id on. */
export async function listWaiting(db: Db, frequency: Frequency, afterId: number, limit: number): Promise<number[]> {
  const rows = await using<Tables>(db)
    .selectFrom('subscriptions.notice')
    .select('follower_id')
    .distinct()
    .where('frequency', '=', frequency)
    .where('told_at', 'is', null)
    .where('follower_id', '>', afterId)
    .orderBy('follower_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.follower_id)
}

/** The changes of which a follower is still to be told, oldest first. */
export async function listUntold(db: Db, followerId: number, frequency: Frequency): Promise<number[]> {
  const rows = await using<Tables>(db)
    .selectFrom('subscriptions.notice')
    .select('change_id')
    .where('follower_id', '=', followerId)
    .where('frequency', '=', frequency)
    .where('told_at', 'is', null)
    .orderBy('change_id')
    .execute()
  return rows.map((row) => row.change_id)
}

export async function saveTold(db: Db, followerId: number, changeIds: readonly number[], at: Date): Promise<void> {
  if (changeIds.length === 0) return
  await using<Tables>(db)
    .updateTable('subscriptions.notice')
    .set({ told_at: at })
    .where('follower_id', '=', followerId)
    .where('change_id', 'in', [...changeIds])
    .execute()
}

/** How many readers follow how many things, and of how many things they have been told: figures, never a name. */
export interface FollowerCounts {
  followers: number
  unconfirmed: number
  untold: number
  told: number
  follows: { kind: string; frequency: string; n: number }[]
  most: { target: string; n: number }[]
}

const mostListed = 20

export async function countFollowers(db: Db): Promise<FollowerCounts> {
  const tables = using<Tables>(db)
  const figures = await sql<{ followers: number; unconfirmed: number; untold: number; told: number }>`
    select (select count(distinct follower_id) from subscriptions.follow where confirmed_at is not null) as followers,
           (select count(*) from subscriptions.follow where confirmed_at is null) as unconfirmed,
           (select count(*) from subscriptions.notice where told_at is null) as untold,
           (select count(*) from subscriptions.notice where told_at is not null) as told`.execute(tables)
  const follows = await sql<{ kind: string; frequency: string; n: number }>`
    select kind, frequency, count(*) as n from subscriptions.follow where confirmed_at is not null group by kind, frequency
    order by kind, frequency`.execute(tables)
  const most = await sql<{ target: string; n: number }>`
    select target, count(*) as n from subscriptions.follow where confirmed_at is not null group by target
    order by n desc, target limit ${mostListed}`.execute(tables)
  return { ...(figures.rows[0] ?? { followers: 0, unconfirmed: 0, untold: 0, told: 0 }), follows: follows.rows, most: most.rows }
}
