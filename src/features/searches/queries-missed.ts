import { sql, type Selectable } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { AskedOn, Decision, Missed } from './missed.ts'
import type { Tables } from './tables.gen.ts'

export async function findSalt(db: Db): Promise<string> {
  return (await using<Tables>(db).selectFrom('searches.seasoning').select('salt').executeTakeFirstOrThrow()).salt
}

/** How many words were asked for the first time on a day. */
export async function countNewOn(db: Db, day: Day): Promise<number> {
  const counted = await sql<{ n: number }>`
    select count(*)::int as n from searches.missed_day d
    where d.asked_on = ${day}::date
      and not exists (select 1 from searches.missed_day e where e.missed_id = d.missed_id and e.asked_on < d.asked_on)`.execute(
    using<Tables>(db),
  )
  return counted.rows[0]?.n ?? 0
}

/** The row of some words, made when it is missing; undefined when it is missing and `isFull`. Locked until the transaction ends. */
export async function insertMissed(db: Db, hash: string, isFull: boolean): Promise<number | undefined> {
  const tables = using<Tables>(db)
  if (!isFull)
    await tables
      .insertInto('searches.missed')
      .values({ hash })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute()
  return (await tables.selectFrom('searches.missed').select('id').where('hash', '=', hash).forUpdate().executeTakeFirst())?.id
}

export async function addTimes(db: Db, missedId: number, day: Day, most: number): Promise<void> {
  await using<Tables>(db)
    .insertInto('searches.missed_day')
    .values({ missed_id: missedId, asked_on: day, times: 1 })
    .onConflict((conflict) =>
      conflict.columns(['missed_id', 'asked_on']).doUpdateSet({ times: sql<number>`least(searches.missed_day.times + 1, ${most})` }),
    )
    .execute()
}

export async function listAsked(db: Db, missedId: number): Promise<AskedOn[]> {
  return (await listAskedSince(db, [missedId], undefined)).get(missedId) ?? []
}

/** How often some words were asked, by day, oldest first. */
export async function listAskedSince(db: Db, ids: readonly number[], since: Day | undefined): Promise<Map<number, AskedOn[]>> {
  const asked = new Map<number, AskedOn[]>()
  if (ids.length === 0) return asked
  let query = using<Tables>(db)
    .selectFrom('searches.missed_day')
    .selectAll()
    .where('missed_id', 'in', [...ids])
  if (since !== undefined) query = query.where('asked_on', '>=', since)
  for (const row of await query.orderBy('asked_on').execute())
    asked.set(row.missed_id, [...(asked.get(row.missed_id) ?? []), { on: asDay(row.asked_on), times: row.times }])
  return asked
}

/** From now on the words themselves are kept. */
export async function saveShown(db: Db, id: number, words: string): Promise<void> {
  await using<Tables>(db).updateTable('searches.missed').set({ words }).where('id', '=', id).where('words', 'is', null).execute()
}

export async function deleteOldCounts(db: Db, before: Day): Promise<void> {
  await using<Tables>(db).deleteFrom('searches.missed_day').where('asked_on', '<', before).execute()
}

/** Words that were never shown and not asked since a day; and those of which nothing is known any more. What was decided stays. */
export async function deleteUnshown(db: Db, before: Day): Promise<void> {
  await sql`
    delete from searches.missed m
    where m.decision is null
      and not exists (select 1 from searches.missed_day d where d.missed_id = m.id and (m.words is not null or d.asked_on >= ${before}::date))`.execute(
    using<Tables>(db),
  )
}

/** Words that are shown, decided or not; the most asked since a day first. */
export async function listMissed(db: Db, filter: { isDecided: boolean; since?: Day; limit: number }): Promise<Missed[]> {
  const rows = await using<Tables>(db)
    .selectFrom('searches.missed as m')
    .leftJoin(
      (one) =>
        one
          .selectFrom('searches.missed_day')
          .select(['missed_id', (row) => row.fn.sum<number>('times').as('times')])
          .where('asked_on', '>=', filter.since ?? asDay('1900-01-01'))
          .groupBy('missed_id')
          .as('d'),
      (join) => join.onRef('d.missed_id', '=', 'm.id'),
    )
    .selectAll('m')
    .where('m.words', 'is not', null)
    .where('m.decision', filter.isDecided ? 'is not' : 'is', null)
    .orderBy(sql`m.decided_on desc nulls last, coalesce(d.times, 0) desc, m.id`)
    .limit(filter.limit)
    .execute()
  return rows.map(asMissed)
}

export async function findMissed(db: Db, id: number): Promise<Missed | undefined> {
  const row = await shown(db).where('id', '=', id).executeTakeFirst()
  return row && asMissed(row)
}

export async function findMissedByHash(db: Db, hash: string): Promise<Missed | undefined> {
  const row = await shown(db).where('hash', '=', hash).executeTakeFirst()
  return row && asMissed(row)
}

export async function lockMissed(db: Db, id: number): Promise<Missed | undefined> {
  const row = await shown(db).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && asMissed(row)
}

export async function saveMissed(db: Db, missed: Missed): Promise<void> {
  const { decision, link, reason, decidedOn, version } = missed
  await using<Tables>(db)
    .updateTable('searches.missed')
    .set({ decision: decision ?? null, link, reason, decided_on: decidedOn ?? null, version })
    .where('id', '=', missed.id)
    .execute()
}

function shown(db: Db) {
  return using<Tables>(db).selectFrom('searches.missed').selectAll().where('words', 'is not', null)
}

function asMissed(row: Selectable<Tables['searches.missed']>): Missed {
  return {
    id: row.id,
    words: row.words ?? '',
    decision: (row.decision as Decision | null) ?? undefined,
    link: row.link,
    reason: row.reason,
    decidedOn: row.decided_on === null ? undefined : asDay(row.decided_on),
    version: row.version,
  }
}
