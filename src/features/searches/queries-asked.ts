import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { Tables } from './tables.gen.ts'

export async function addAsked(db: Db, words: string, day: Day, most: number): Promise<void> {
  await using<Tables>(db)
    .insertInto('searches.asked_day')
    .values({ words, asked_on: day, times: 1 })
    .onConflict((conflict) =>
      conflict.columns(['words', 'asked_on']).doUpdateSet({ times: sql<number>`least(searches.asked_day.times + 1, ${most})` }),
    )
    .execute()
}

/** What many asked for since a day and begins like this, the most asked first. */
export async function listAskedLike(db: Db, filter: { begins: string; since: Day; fromTimes: number; limit: number }): Promise<string[]> {
  const rows = await sql<{ words: string }>`
    select words from searches.asked_day
    where asked_on >= ${filter.since}::date and starts_with(words, ${filter.begins})
    group by words having sum(times) >= ${filter.fromTimes}
    order by sum(times) desc, words limit ${filter.limit}`.execute(using<Tables>(db))
  return rows.rows.map((row) => row.words)
}

export async function deleteAskedBefore(db: Db, day: Day): Promise<void> {
  await using<Tables>(db).deleteFrom('searches.asked_day').where('asked_on', '<', day).execute()
}
