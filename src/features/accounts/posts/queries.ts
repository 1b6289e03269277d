import type { Insertable, Selectable } from 'kysely'
import { asDay, type Day } from '../../../kernel/day.ts'
import type { Role } from '../../../kernel/policy.ts'
import { type Db, using } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Post } from './post.ts'
import type { Waiver } from './waiver.ts'

type Row = Selectable<Tables['accounts.post']>

/** Every post these people ever held, the oldest first. */
export async function listPostsOf(db: Db, personIds: readonly number[]): Promise<Post[]> {
  if (personIds.length === 0) return []
  const rows = await using<Tables>(db)
    .selectFrom('accounts.post')
    .selectAll()
    .where('person_id', 'in', personIds)
    .orderBy('since_on')
    .orderBy('id')
    .execute()
  return rows.map(asPost)
}

/** The posts with a role in any of these units whose span holds the day, of people who may sign in. */
export async function listPostsWithRole(db: Db, role: Role, unitIds: readonly number[], day: Day): Promise<Post[]> {
  if (unitIds.length === 0) return []
  const rows = await using<Tables>(db)
    .selectFrom('accounts.post as post')
    .innerJoin('accounts.person as person', 'person.id', 'post.person_id')
    .selectAll('post')
    .where('post.role', '=', role)
    .where('post.unit_id', 'in', unitIds)
    .where('post.since_on', '<=', day)
    .where((one) => one.or([one('post.until_on', 'is', null), one('post.until_on', '>=', day)]))
    .where('person.disabled_at', 'is', null)
    .orderBy('post.id')
    .execute()
  return rows.map(asPost)
}

/** Whoever holds one of these roles on a day and may sign in, wherever it is: the role, the unit, and the person. */
export async function listHolders(
  db: Db,
  roles: readonly Role[],
  day: Day,
): Promise<{ role: Role; unitId: number; personId: number; nameZh: string; nameEn: string }[]> {
  const rows = await using<Tables>(db)
    .selectFrom('accounts.post as post')
    .innerJoin('accounts.person as person', 'person.id', 'post.person_id')
    .select(['post.role', 'post.unit_id', 'person.id', 'person.name_zh', 'person.name_en'])
    .where('post.role', 'in', roles)
    .where('post.since_on', '<=', day)
    .where((one) => one.or([one('post.until_on', 'is', null), one('post.until_on', '>=', day)]))
    .where('person.disabled_at', 'is', null)
    .orderBy('post.id')
    .execute()
  return rows.map((row) => ({
    role: row.role as Role,
    unitId: row.unit_id,
    personId: row.id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
  }))
}

/**
 * Is there anybody who can give posts? Whoever was ever made an operator and not disabled counts, also when the post has run out:
 * the set-up must never open again by the passing of time.
 */
export async function hasOperator(db: Db): Promise<boolean> {
  const row = await using<Tables>(db)
    .selectFrom('accounts.post as post')
    .innerJoin('accounts.person as person', 'person.id', 'post.person_id')
    .select('post.id')
    .where('post.role', '=', 'operator')
    .where('person.disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function findPost(db: Db, id: number): Promise<Post | undefined> {
  const row = await using<Tables>(db).selectFrom('accounts.post').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asPost(row)
}

export async function lockPost(db: Db, id: number): Promise<Post | undefined> {
  const row = await using<Tables>(db).selectFrom('accounts.post').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && asPost(row)
}

/** Locks the posts of people who stand in for this person in this unit and role. */
export async function lockStandIns(db: Db, original: Post): Promise<Post[]> {
  const rows = await using<Tables>(db)
    .selectFrom('accounts.post')
    .selectAll()
    .where('stands_in_for', '=', original.personId)
    .where('unit_id', '=', original.unitId)
    .where('role', '=', original.role)
    .forNoKeyUpdate()
    .execute()
  return rows.map(asPost)
}

export async function listPosts(db: Db): Promise<Post[]> {
  return (await using<Tables>(db).selectFrom('accounts.post').selectAll().orderBy('id').execute()).map(asPost)
}

export async function insertPost(db: Db, post: Omit<Post, 'id'>): Promise<Post> {
  const row = await using<Tables>(db).insertInto('accounts.post').values(asRow(post)).returningAll().executeTakeFirstOrThrow()
  return asPost(row)
}

export async function savePost(db: Db, post: Post): Promise<void> {
  await using<Tables>(db).updateTable('accounts.post').set(asRow(post)).where('id', '=', post.id).execute()
}

/** Waivers, the one that runs longest first; of one unit and day, when asked. */
export async function listWaivers(db: Db, only?: { unitId: number; day: Day }): Promise<Waiver[]> {
  let query = using<Tables>(db).selectFrom('accounts.waiver').selectAll().orderBy('until_on', 'desc').orderBy('id')
  if (only !== undefined)
    query = query.where('unit_id', '=', only.unitId).where('since_on', '<=', only.day).where('until_on', '>=', only.day)
  return (await query.execute()).map(asWaiver)
}

export async function insertWaiver(db: Db, waiver: Omit<Waiver, 'id'>): Promise<Waiver> {
  const row = await using<Tables>(db)
    .insertInto('accounts.waiver')
    .values({
      unit_id: waiver.unitId,
      reason: waiver.reason,
      since_on: waiver.sinceOn,
      until_on: waiver.untilOn,
      granted_by: waiver.grantedById,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return asWaiver(row)
}

function asPost(row: Row): Post {
  return {
    id: row.id,
    personId: row.person_id,
    unitId: row.unit_id,
    role: row.role as Role,
    sinceOn: asDay(row.since_on),
    untilOn: row.until_on === null ? undefined : asDay(row.until_on),
    standsInForId: row.stands_in_for ?? undefined,
    reason: row.reason,
  }
}

function asRow(post: Omit<Post, 'id'>): Insertable<Tables['accounts.post']> {
  return {
    person_id: post.personId,
    unit_id: post.unitId,
    role: post.role,
    since_on: post.sinceOn,
    until_on: post.untilOn ?? null,
    stands_in_for: post.standsInForId ?? null,
    reason: post.reason,
  }
}

function asWaiver(row: Selectable<Tables['accounts.waiver']>): Waiver {
  return {
    id: row.id,
    unitId: row.unit_id,
    reason: row.reason,
    sinceOn: asDay(row.since_on),
    untilOn: asDay(row.until_on),
    grantedById: row.granted_by,
  }
}
