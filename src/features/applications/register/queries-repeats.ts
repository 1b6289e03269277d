import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/** A request with a keyed hash of whoever asked: enough to tell persons apart, and no more. */
export interface AskedRequest {
  id: number
  ref: string
  number: string
  unitId: number
  wanted: string
  person: string
}

/** Requests for information received since a day in some units, the newest first. Those whose person was erased are left out. */
export async function listAsked(db: Db, unitIds: readonly number[], since: Day, limit: number): Promise<AskedRequest[]> {
  if (unitIds.length === 0) return []
  const rows = await using<Tables>(db)
    .selectFrom('applications.application')
    .select(['id', 'ref', 'number', 'unit_id', 'wanted', 'person_hash'])
    .where('received_on', '>=', since)
    .where('unit_id', 'in', unitIds)
    .where('kind', '=', 'information')
    .where('person_hash', 'is not', null)
    .orderBy('received_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, ref: row.ref, number: row.number, unitId: row.unit_id, wanted: row.wanted },
    person: row.person_hash?.toString('hex') ?? '',
  }))
}
