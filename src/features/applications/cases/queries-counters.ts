import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/** A unit that takes applications. */
export interface Counter {
  unitId: number
  /** Its own, stricter promise in working days. */
  promiseDays?: number
  hasMailbox: boolean
  sinceOn: Day
}

/** The unit's own promise in working days; undefined where it made none. */
export async function findPromise(db: Db, unitId: number): Promise<number | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('applications.counter')
    .select('promise_days')
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return row?.promise_days ?? undefined
}

/** The counter of a unit; undefined where it takes no applications. */
export async function findCounter(db: Db, unitId: number): Promise<Counter | undefined> {
  return (await listCounters(db)).find((counter) => counter.unitId === unitId)
}

/** Every unit that takes applications on a day, or ever. */
export async function listCounters(db: Db, on?: Day): Promise<Counter[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.counter')
    .select(['unit_id', 'promise_days', 'since_on', (eb) => eb('mailbox', 'is not', null).as('has_mailbox')])
    .$if(on !== undefined, (query) => query.where('since_on', '<=', on ?? null))
    .orderBy('unit_id')
    .execute()
  return rows.map((row) => ({
    ...{
      unitId: row.unit_id,
      promiseDays: row.promise_days ?? undefined,
      hasMailbox: row.has_mailbox === true,
      sinceOn: row.since_on as Day,
    },
  }))
}

/** Opens a unit for applications, or changes its promise. */
export async function saveCounter(db: Db, unitId: number, promiseDays: number | undefined, sinceOn: Day): Promise<void> {
  await using<Tables>(db)
    .insertInto('applications.counter')
    .values({ unit_id: unitId, promise_days: promiseDays ?? null, since_on: sinceOn })
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet({ promise_days: promiseDays ?? null }))
    .execute()
}
