import { using, type Db } from '../database/index.ts'
import type { Tables } from './tables.gen.ts'
import type { HistoryLine } from './queries.ts'

/** A line of the whole record: a history line with its subject and the first letters of its hash. */
export interface RecordLine extends HistoryLine {
  subject: string
  hash: string
}

/** The record from the newest entry backwards; `before` is the number of an entry, for the next page. */
export async function listNewest(db: Db, filter: { before?: number; act?: string; limit: number }): Promise<RecordLine[]> {
  let query = using<Tables>(db)
    .selectFrom('journal.entry as e')
    .leftJoin('journal.entry_text as t', 't.seq', 'e.seq')
    .select(['e.seq', 'e.at', 'e.actor', 'e.act', 'e.subject', 'e.hash', 't.reason', 't.details'])
    .orderBy('e.seq', 'desc')
    .limit(filter.limit)
  if (filter.before !== undefined) query = query.where('e.seq', '<', filter.before)
  if (filter.act !== undefined) query = query.where('e.act', 'like', `${filter.act.replace(/[\\%_]/g, '\\$&')}%`)
  const rows = await query.execute()
  return rows.map((row) => ({ ...row, reason: row.reason ?? '', details: (row.details ?? {}) as Record<string, string> }))
}
