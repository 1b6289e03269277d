import type { Selectable } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/translate.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { Frequency } from './frequency.ts'
import type { Tables } from './tables.gen.ts'

/** A reader who wants to be told, or has asked to be. The address is kept nowhere else. */
export interface Follower {
  id: number
  address: string
  language: Lang
  seenAt: Date
  remindedAt?: Date
  askedOn: Day
  askedCount: number
  digestOn?: Day
  weeklyOn?: Day
}

export interface Follow {
  id: number
  followerId: number
  kind: 'list' | 'document'
  /** A wish as the query of an address. */
  target: string
  frequency: Frequency
  askedAt: Date
  confirmedAt?: Date
  /** The last public change when it was confirmed: what came later is told. */
  afterChange: number
}

/** The follower of an address, locked; made when there is none. */
export async function lockFollowerOf(db: Db, address: string, language: Lang, now: Date, today: Day): Promise<Follower> {
  const tables = using<Tables>(db)
  await tables
    .insertInto('subscriptions.follower')
    .values({ address, language, since_at: now, seen_at: now, asked_on: today })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .execute()
  const row = await tables
    .selectFrom('subscriptions.follower')
    .selectAll()
    .where('address', '=', address)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return asFollower(row)
}

/** The follower of an address, locked; undefined when there is none. */
export async function findFollowerOf(db: Db, address: string): Promise<Follower | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('subscriptions.follower')
    .selectAll()
    .where('address', '=', address)
    .forUpdate()
    .executeTakeFirst()
  return row && asFollower(row)
}

export async function lockFollower(db: Db, id: number): Promise<Follower | undefined> {
  const row = await using<Tables>(db).selectFrom('subscriptions.follower').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && asFollower(row)
}

/** Saves what can change of a follower: never the address. */
export async function saveFollower(db: Db, follower: Follower): Promise<void> {
  await using<Tables>(db)
    .updateTable('subscriptions.follower')
    .set({
      language: follower.language,
      seen_at: follower.seenAt,
      reminded_at: follower.remindedAt ?? null,
      asked_on: follower.askedOn,
      asked_count: follower.askedCount,
      digest_on: follower.digestOn ?? null,
      weekly_on: follower.weeklyOn ?? null,
    })
    .where('id', '=', follower.id)
    .execute()
}

/** Erases a follower with the address and everything that hangs on it. */
export async function removeFollower(db: Db, id: number): Promise<void> {
  await using<Tables>(db).deleteFrom('subscriptions.follower').where('id', '=', id).execute()
}

/** What a follower follows or asked to follow, the oldest first. */
export async function listFollows(db: Db, followerId: number): Promise<Follow[]> {
  const rows = await using<Tables>(db)
    .selectFrom('subscriptions.follow')
    .selectAll()
    .where('follower_id', '=', followerId)
    .orderBy('id')
    .execute()
  return rows.map(asFollow)
}

export async function insertFollow(db: Db, follow: Omit<Follow, 'id' | 'confirmedAt' | 'afterChange'>): Promise<number> {
  const row = await using<Tables>(db)
    .insertInto('subscriptions.follow')
    .values({
      follower_id: follow.followerId,
      kind: follow.kind,
      target: follow.target,
      frequency: follow.frequency,
      asked_at: follow.askedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function saveFollow(db: Db, follow: Follow): Promise<void> {
  await using<Tables>(db)
    .updateTable('subscriptions.follow')
    .set({
      frequency: follow.frequency,
      asked_at: follow.askedAt,
      confirmed_at: follow.confirmedAt ?? null,
      after_change: follow.afterChange,
    })
    .where('id', '=', follow.id)
    .execute()
}

export async function removeFollow(db: Db, id: number): Promise<void> {
  await using<Tables>(db).deleteFrom('subscriptions.follow').where('id', '=', id).execute()
}

export interface StoredLink {
  followerId: number
  /** The one that it confirms. */
  followId?: number
  madeAt: Date
}

export async function insertLink(db: Db, tokenHash: string, link: StoredLink): Promise<void> {
  await using<Tables>(db)
    .insertInto('subscriptions.link')
    .values({ token_hash: tokenHash, follower_id: link.followerId, follow_id: link.followId ?? null, made_at: link.madeAt })
    .execute()
}

export async function findLink(db: Db, tokenHash: string): Promise<StoredLink | undefined> {
  const row = await using<Tables>(db).selectFrom('subscriptions.link').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && { followerId: row.follower_id, followId: row.follow_id ?? undefined, madeAt: row.made_at }
}

function asFollower(row: Selectable<Tables['subscriptions.follower']>): Follower {
  return {
    id: row.id,
    address: row.address,
    language: row.language as Lang,
    seenAt: row.seen_at,
    remindedAt: row.reminded_at ?? undefined,
    askedOn: asDay(row.asked_on),
    askedCount: row.asked_count,
    digestOn: row.digest_on === null ? undefined : asDay(row.digest_on),
    weeklyOn: row.weekly_on === null ? undefined : asDay(row.weekly_on),
  }
}

function asFollow(row: Selectable<Tables['subscriptions.follow']>): Follow {
  return {
    id: row.id,
    followerId: row.follower_id,
    kind: row.kind as Follow['kind'],
    target: row.target,
    frequency: row.frequency as Frequency,
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at ?? undefined,
    afterChange: row.after_change,
  }
}
