import type { Selectable } from 'kysely'
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

/** The counter of a unit; undefined where it takes no applications. */
export async function findCounter(db: Db, unitId: number): Promise<Counter | undefined> {
  const row = await counters(db).where('unit_id', '=', unitId).executeTakeFirst()
  return row && asCounter(row)
}

/** Every unit that takes applications on a day, or ever. */
export async function listCounters(db: Db, on?: Day): Promise<Counter[]> {
  const rows = await counters(db)
    .$if(on !== undefined, (query) => query.where('since_on', '<=', on ?? null))
    .orderBy('unit_id')
    .execute()
  return rows.map(asCounter)
}

function counters(db: Db) {
  return using<Tables>(db)
    .selectFrom('applications.counter')
    .select(['unit_id', 'promise_days', 'since_on', (eb) => eb('mailbox', 'is not', null).as('has_mailbox')])
}

type Row = Pick<Selectable<Tables['applications.counter']>, 'unit_id' | 'promise_days' | 'since_on'> & { has_mailbox: unknown }

function asCounter(row: Row): Counter {
  return {
    ...{ unitId: row.unit_id, promiseDays: row.promise_days ?? undefined, hasMailbox: row.has_mailbox === true },
    sinceOn: row.since_on as Day,
  }
}

/** Opens a unit for applications, or changes its promise. */
export async function saveCounter(db: Db, unitId: number, promiseDays: number | undefined, sinceOn: Day): Promise<void> {
  await using<Tables>(db)
    .insertInto('applications.counter')
    .values({ unit_id: unitId, promise_days: promiseDays ?? null, since_on: sinceOn })
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet({ promise_days: promiseDays ?? null }))
    .execute()
}
