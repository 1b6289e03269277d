import { using, type Db } from '../database/index.ts'
import type { Tables } from './tables.gen.ts'
import type { HistoryLine } from './queries.ts'

/** A line of the whole record: a history line with its subject and the first letters of its hash. */
export interface RecordLine extends HistoryLine {
  subject: string
  hash: string
}

export interface NewestFilter {
  /** The number of an entry: the next page begins below it. */
  before?: number
  act?: string
  /** Only what happened in these units; left out: everything. */
  unitIds?: readonly number[]
  /** With `unitIds`: also what belongs to no unit, such as the catalogue and the accounts. */
  withUnitless?: boolean
  limit: number
}

/** The record from the newest entry backwards. */
export async function listNewest(db: Db, filter: NewestFilter): Promise<RecordLine[]> {
  let query = using<Tables>(db)
    .selectFrom('journal.entry as e')
    .leftJoin('journal.entry_text as t', 't.seq', 'e.seq')
    .select(['e.seq', 'e.at', 'e.actor', 'e.act', 'e.subject', 'e.hash', 't.reason', 't.details'])
    .orderBy('e.seq', 'desc')
    .limit(filter.limit)
  if (filter.before !== undefined) query = query.where('e.seq', '<', filter.before)
  if (filter.act !== undefined) query = query.where('e.act', 'like', `${filter.act.replace(/[\\%_]/g, '\\$&')}%`)
  const { unitIds, withUnitless } = filter
  if (unitIds !== undefined) {
    query = query.where((one) => {
      const inUnits = unitIds.length === 0 ? one.lit(false) : one('e.unit_id', 'in', unitIds)
      return withUnitless === true ? one.or([inUnits, one('e.unit_id', 'is', null)]) : inUnits
    })
  }
  const rows = await query.execute()
  return rows.map((row) => ({ ...row, reason: row.reason ?? '', details: (row.details ?? {}) as Record<string, string> }))
}
