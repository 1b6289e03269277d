import type { Selectable } from 'kysely'
import { asDay, type Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/** What was published last under a standing matter of a unit, and since when it is down. */
export interface Standing {
  id: number
  dutyId: number
  unitId: number
  indexNumber: string
  downOn?: Day
}

/** What stands under a matter of a unit, or under all that one publication stands for, or all of it. */
export async function listStanding(db: Db, only: { dutyId?: number; unitId?: number; indexNumber?: string } = {}): Promise<Standing[]> {
  let query = using<Tables>(db).selectFrom('catalogue.standing').selectAll().orderBy('id')
  if (only.dutyId !== undefined) query = query.where('duty_id', '=', only.dutyId)
  if (only.unitId !== undefined) query = query.where('unit_id', '=', only.unitId)
  if (only.indexNumber !== undefined) query = query.where('index_number', '=', only.indexNumber)
  return (await query.execute()).map(asStanding)
}

/** Says what stands published under a matter of a unit from now on, or since when it is down. */
export async function saveStanding(db: Db, { dutyId, unitId, indexNumber, downOn }: Omit<Standing, 'id'>): Promise<Standing> {
  const row = { index_number: indexNumber, down_on: downOn ?? null }
  const saved = await using<Tables>(db)
    .insertInto('catalogue.standing')
    .values({ duty_id: dutyId, unit_id: unitId, ...row })
    .onConflict((conflict) => conflict.columns(['duty_id', 'unit_id']).doUpdateSet(row))
    .returningAll()
    .executeTakeFirstOrThrow()
  return asStanding(saved)
}

function asStanding(row: Selectable<Tables['catalogue.standing']>): Standing {
  return {
    id: row.id,
    dutyId: row.duty_id,
    unitId: row.unit_id,
    indexNumber: row.index_number,
    downOn: row.down_on === null ? undefined : asDay(row.down_on),
  }
}
