import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

export interface StoredFee {
  basis: 'items' | 'pages'
  units: number
  /** Items of the same applicant earlier in the month. */
  beforeUnits: number
  amountYuan: number
  howToPay: string
  paidReference: string
}

/** Keeps the fee of a case; one whose notice was struck gives way to the next. */
export async function saveFee(db: Db, applicationId: number, fee: StoredFee): Promise<void> {
  const row = {
    ...{ basis: fee.basis, units: fee.units, before_units: fee.beforeUnits },
    ...{ amount_yuan: fee.amountYuan, how_to_pay: fee.howToPay, paid_reference: fee.paidReference },
  }
  await using<Tables>(db)
    .insertInto('applications.fee')
    .values({ application_id: applicationId, ...row })
    .onConflict((conflict) => conflict.column('application_id').doUpdateSet(row))
    .execute()
}

export async function findFee(db: Db, applicationId: number): Promise<StoredFee | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('applications.fee')
    .selectAll()
    .where('application_id', '=', applicationId)
    .executeTakeFirst()
  return (
    row && {
      ...{ basis: row.basis === 'pages' ? 'pages' : 'items', units: row.units, beforeUnits: row.before_units },
      ...{ amountYuan: row.amount_yuan, howToPay: row.how_to_pay, paidReference: row.paid_reference },
    }
  )
}

export async function savePaid(db: Db, applicationId: number, reference: string): Promise<void> {
  await using<Tables>(db)
    .updateTable('applications.fee')
    .set({ paid_reference: reference })
    .where('application_id', '=', applicationId)
    .execute()
}

/** How many items the same person asked of a unit in a month before this case: the tiers run on over the month (FEE-20). */
export async function countItemsBefore(db: Db, applicationId: number, from: Day, until: Day): Promise<number> {
  const own = using<Tables>(db).selectFrom('applications.application').where('id', '=', applicationId)
  const row = await using<Tables>(db)
    .selectFrom('applications.application as other')
    .innerJoin('applications.item as item', 'item.application_id', 'other.id')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('other.person_hash', '=', own.select('person_hash'))
    .where('other.unit_id', '=', own.select('unit_id'))
    .where('other.received_on', '>=', from)
    .where('other.received_on', '<=', until)
    .where('other.id', '<', applicationId)
    .executeTakeFirstOrThrow()
  return row.n
}
