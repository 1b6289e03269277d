import { sql } from 'kysely'
import { using } from './handle.ts'
import type { Database } from './open-database.ts'

/**
 * The same database, whose commits do not wait for the disk: many times quicker for a long row of small acts, and a power cut may lose
 * the last of them (never part of one). Only for what is made again from the start when it was cut off.
 */
export function withLazyCommits(database: Database): Database {
  return {
    ...database,
    transaction: (work) =>
      database.transaction(async (db) => {
        await sql`set local synchronous_commit to off`.execute(using<unknown>(db))
        return work(db)
      }),
  }
}
