import { sql } from 'kysely'
import { using, type Db } from '../../platform/database/index.ts'
import { asDocument, type StoredDocument } from './queries.ts'
import type { Tables } from './tables.gen.ts'

/**
 * The next running number of a scope. The row stays locked until the transaction ends, so numbers are unique and, because a transaction
 * that fails takes its number back, without a gap.
 */
export async function takeSerial(db: Db, scope: string): Promise<number> {
  const row = await using<Tables>(db)
    .insertInto('publishing.index_counter')
    .values({ scope, last: 1 })
    .onConflict((conflict) => conflict.column('scope').doUpdateSet((one) => ({ last: one('publishing.index_counter.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

/** Makes a second copy of the same form wait until the first is through. */
export async function holdFormKey(db: Db, formKey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${formKey}, 0))`.execute(using<Tables>(db))
}

/** The document that a form created before, when the same form comes twice. */
export async function findByFormKey(db: Db, formKey: string): Promise<StoredDocument | undefined> {
  const row = await using<Tables>(db).selectFrom('publishing.document').selectAll().where('form_key', '=', formKey).executeTakeFirst()
  return row && asDocument(row)
}

export async function insertDocument(
  db: Db,
  document: Pick<StoredDocument, 'indexNumber' | 'unitId' | 'dutyId' | 'taskId' | 'createdBy' | 'createdAt'> & { formKey?: string },
): Promise<StoredDocument> {
  const row = await using<Tables>(db)
    .insertInto('publishing.document')
    .values({
      index_number: document.indexNumber,
      unit_id: document.unitId,
      duty_id: document.dutyId ?? null,
      task_id: document.taskId ?? null,
      stage: 'draft',
      standing: 'unpublished',
      current_version: 1,
      created_by: document.createdBy,
      created_at: document.createdAt,
      form_key: document.formKey ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return asDocument(row)
}
