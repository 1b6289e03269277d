import type { Selectable } from 'kysely'
import { asDay } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Batch, OldPage } from './batch.ts'

export async function insertBatch(db: Db, batch: Pick<Batch, 'unitId' | 'source' | 'begunBy' | 'begunAt'>): Promise<Batch> {
  const row = await using<Tables>(db)
    .insertInto('publishing.import_batch')
    .values({ unit_id: batch.unitId, source: batch.source, begun_by: batch.begunBy, begun_at: batch.begunAt })
    .returningAll()
    .executeTakeFirstOrThrow()
  return asBatch(row)
}

/** The batch that an interrupted import goes on with: the same source for the same unit, not decided yet. */
export async function findOpenBatch(db: Db, unitId: number, source: string): Promise<Batch | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('publishing.import_batch')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('source', '=', source)
    .where('decision', 'is', null)
    .orderBy('id')
    .executeTakeFirst()
  return row && asBatch(row)
}

export async function findBatch(db: Db, id: number): Promise<Batch | undefined> {
  const row = await using<Tables>(db).selectFrom('publishing.import_batch').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asBatch(row)
}

export async function lockBatch(db: Db, id: number): Promise<Batch | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('publishing.import_batch')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && asBatch(row)
}

/** Every batch, the newest first. */
export async function listBatches(db: Db): Promise<Batch[]> {
  const rows = await using<Tables>(db).selectFrom('publishing.import_batch').selectAll().orderBy('id', 'desc').execute()
  return rows.map(asBatch)
}

export async function saveDecision(db: Db, batch: Batch): Promise<void> {
  await using<Tables>(db)
    .updateTable('publishing.import_batch')
    .set({ decision: batch.decision ?? null, decided_by: batch.decidedBy ?? null, decided_at: batch.decidedAt ?? null })
    .where('id', '=', batch.id)
    .execute()
}

/** Ties a document to its older address; false when the address is taken. */
export async function insertOldPage(db: Db, page: OldPage): Promise<boolean> {
  const row = await using<Tables>(db)
    .insertInto('publishing.old_page')
    .values({
      document_id: page.documentId,
      batch_id: page.batchId,
      address: page.address,
      site_name: page.siteName,
      column_name: page.columnName,
      published_on: page.publishedOn,
      is_clean: page.isClean,
      is_mapped: page.isMapped,
    })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .returning('document_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function saveIsClean(db: Db, documentId: number, isClean: boolean): Promise<void> {
  await using<Tables>(db).updateTable('publishing.old_page').set({ is_clean: isClean }).where('document_id', '=', documentId).execute()
}

/** Where a document stood before; undefined for what was written here. */
export async function findOldPage(db: Db, documentId: number): Promise<OldPage | undefined> {
  const row = await using<Tables>(db).selectFrom('publishing.old_page').selectAll().where('document_id', '=', documentId).executeTakeFirst()
  return row && asOldPage(row)
}

/** The document that stood at an older address. */
export async function findByOldAddress(db: Db, address: string): Promise<OldPage | undefined> {
  const row = await using<Tables>(db).selectFrom('publishing.old_page').selectAll().where('address', '=', address).executeTakeFirst()
  return row && asOldPage(row)
}

/** A page of a batch with how far its document has come. */
export interface ListedPage extends OldPage {
  title: string
  stage: string
  indexNumber: string
}

/** The pages of a batch in the order in which they came, going on after one of them. */
export async function listPages(
  db: Db,
  batchId: number,
  after: number,
  limit: number,
  which: 'all' | 'waiting' | 'kept-back',
): Promise<ListedPage[]> {
  let query = using<Tables>(db)
    .selectFrom('publishing.old_page as p')
    .innerJoin('publishing.document as d', 'd.id', 'p.document_id')
    .innerJoin('publishing.version as v', (join) => join.onRef('v.document_id', '=', 'd.id').onRef('v.number', '=', 'd.current_version'))
    .selectAll('p')
    .select(['v.title', 'd.stage', 'd.index_number'])
    .where('p.batch_id', '=', batchId)
    .where('p.document_id', '>', after)
  if (which === 'waiting') query = query.where('p.is_clean', '=', true).where('d.stage', '=', 'draft')
  if (which === 'kept-back') query = query.where('p.is_clean', '=', false)
  const rows = await query.orderBy('p.document_id').limit(limit).execute()
  return rows.map((row) => ({ ...asOldPage(row), title: row.title, stage: row.stage, indexNumber: row.index_number }))
}

export interface BatchCounts {
  pages: number
  clean: number
  unmapped: number
  entered: number
}

/** How many pages a batch has, how many can enter, and how many have. */
export async function countPages(db: Db, batchId: number): Promise<BatchCounts> {
  const row = await using<Tables>(db)
    .selectFrom('publishing.old_page as p')
    .innerJoin('publishing.document as d', 'd.id', 'p.document_id')
    .select((one) => [
      one.fn.countAll<number>().as('pages'),
      one.fn.countAll<number>().filterWhere('p.is_clean', '=', true).as('clean'),
      one.fn.countAll<number>().filterWhere('p.is_mapped', '=', false).as('unmapped'),
      one.fn.countAll<number>().filterWhere('d.stage', '=', 'released').as('entered'),
    ])
    .where('p.batch_id', '=', batchId)
    .executeTakeFirstOrThrow()
  return { pages: Number(row.pages), clean: Number(row.clean), unmapped: Number(row.unmapped), entered: Number(row.entered) }
}

function asBatch(row: Selectable<Tables['publishing.import_batch']>): Batch {
  return {
    id: row.id,
    unitId: row.unit_id,
    source: row.source,
    begunBy: row.begun_by,
    begunAt: row.begun_at,
    decision: (row.decision as Batch['decision'] | null) ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at ?? undefined,
  }
}

function asOldPage(row: Selectable<Tables['publishing.old_page']>): OldPage {
  return {
    documentId: row.document_id,
    batchId: row.batch_id,
    address: row.address,
    siteName: row.site_name,
    columnName: row.column_name,
    publishedOn: asDay(row.published_on),
    isClean: row.is_clean,
    isMapped: row.is_mapped,
  }
}
