import { sql } from 'kysely'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/** Holds the key of a form until the transaction ends, so that the same form sent twice at one moment is looked at one after the other. */
export async function holdForm(db: Db, formKey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`applications:${formKey}`}, 0))`.execute(using<Tables>(db))
}
