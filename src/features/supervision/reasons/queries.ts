import type { Insertable, Selectable } from 'kysely'
import { asDay, type Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Reason, ReasonState } from './reason.ts'

/** The reasons of one column, the newest first. */
export async function listReasons(db: Db, line: { dutyId: number; unitId: number }): Promise<Reason[]> {
  const rows = await using<Tables>(db)
    .selectFrom('supervision.reason')
    .selectAll()
    .where('duty_id', '=', line.dutyId)
    .where('unit_id', '=', line.unitId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(asReason)
}

/** Every reason that the office has accepted and that holds on a day. */
export async function listExcused(db: Db, day: Day): Promise<Reason[]> {
  const rows = await using<Tables>(db)
    .selectFrom('supervision.reason')
    .selectAll()
    .where('state', '=', 'accepted')
    .where('until_on', '>=', day)
    .orderBy('duty_id')
    .orderBy('unit_id')
    .orderBy('id')
    .execute()
  return rows.map(asReason)
}

export async function listAllReasons(db: Db): Promise<Reason[]> {
  return (await using<Tables>(db).selectFrom('supervision.reason').selectAll().orderBy('id').execute()).map(asReason)
}

/** Locks the reason of a column that waits for the office; undefined when none does. */
export async function lockWaiting(db: Db, line: { dutyId: number; unitId: number }): Promise<Reason | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('supervision.reason')
    .selectAll()
    .where('duty_id', '=', line.dutyId)
    .where('unit_id', '=', line.unitId)
    .where('state', '=', 'given')
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && asReason(row)
}

/** Adds a reason. Undefined when somebody gave one for the same column a moment ago. */
export async function insertReason(db: Db, reason: Omit<Reason, 'id'>): Promise<Reason | undefined> {
  const row = await using<Tables>(db)
    .insertInto('supervision.reason')
    .values(asRow(reason))
    .onConflict((conflict) => conflict.columns(['duty_id', 'unit_id']).where('state', '=', 'given').doNothing())
    .returningAll()
    .executeTakeFirst()
  return row && asReason(row)
}

export async function saveReason(db: Db, reason: Reason): Promise<void> {
  await using<Tables>(db).updateTable('supervision.reason').set(asRow(reason)).where('id', '=', reason.id).execute()
}

function asReason(row: Selectable<Tables['supervision.reason']>): Reason {
  return {
    id: Number(row.id),
    dutyId: Number(row.duty_id),
    unitId: Number(row.unit_id),
    words: row.words,
    untilOn: asDay(row.until_on),
    state: row.state as ReasonState,
    givenBy: Number(row.given_by),
    givenOn: asDay(row.given_on),
    decidedBy: row.decided_by === null ? undefined : Number(row.decided_by),
    decidedOn: row.decided_on === null ? undefined : asDay(row.decided_on),
    remark: row.remark,
  }
}

function asRow(reason: Omit<Reason, 'id'>): Insertable<Tables['supervision.reason']> {
  return {
    duty_id: reason.dutyId,
    unit_id: reason.unitId,
    words: reason.words,
    until_on: reason.untilOn,
    state: reason.state,
    given_by: reason.givenBy,
    given_on: reason.givenOn,
    decided_by: reason.decidedBy ?? null,
    decided_on: reason.decidedOn ?? null,
    remark: reason.remark,
  }
}
