import type { Db } from './handle.ts'
import type { Database } from './open-database.ts'

/**
 * The same database seen from within a transaction that is under way: acts join it instead of beginning one of their own. A refusal of
 * such an act is only handed back, so whoever began the transaction must answer with it to undo what was written.
 */
export function joinTransaction(database: Database, db: Db): Database {
  return { ...database, read: db, transaction: (work) => work(db) }
}
