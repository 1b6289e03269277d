import { sql } from 'kysely'
import { using, type Db } from '../../platform/database/index.ts'
import { listPublicFiles, type StoredFile } from './queries-files.ts'
import { asDocument, asVersion, type StoredDocument, type StoredVersion } from './queries.ts'
import type { Tables } from './tables.gen.ts'

/** A document with the version that the public reads. */
export async function findPublished(
  db: Db,
  indexNumber: string,
): Promise<{ document: StoredDocument; version: StoredVersion } | undefined> {
  const tables = using<Tables>(db)
  const row = await tables
    .selectFrom('publishing.document as d')
    .innerJoin('publishing.version as v', (join) => join.onRef('v.document_id', '=', 'd.id').onRef('v.number', '=', 'd.published_version'))
    .selectAll()
    .where('d.index_number', '=', indexNumber)
    .executeTakeFirst()
  return row && { document: asDocument(row), version: asVersion(row) }
}

export interface Linked {
  tie: 'related' | 'replaces' | 'replaced-by'
  indexNumber: string
  title: string
  standing: string
}

/**
 * Everything public that a document is tied to: what it names as related, what it replaces, and the documents that one comes to when
 * going on from what replaces it, the nearest first.
 */
export async function listLinked(db: Db, { id }: Pick<StoredDocument, 'id'>, ledTo: readonly number[]): Promise<Linked[]> {
  const rows = await sql<{ tie: Linked['tie']; index_number: string; title: string; standing: string }>`
    with tied as (
      select 'related' as tie, other_id as id, other_id as nth from publishing.relation where document_id = ${id}
      union all select 'replaces', id, id from publishing.document where replaced_by = ${id}
      union all select 'replaced-by', led.id, led.nth from unnest(${[...ledTo]}::bigint[]) with ordinality as led (id, nth)
    )
    select t.tie, d.index_number, v.title, d.standing from tied t
    join publishing.document d on d.id = t.id
    join publishing.version v on v.document_id = d.id and v.number = d.published_version
    where d.standing in ('published', 'cancelled', 'withdrawn', 'replaced') and v.audience <> 'staff'
    order by t.tie, t.nth`.execute(using<Tables>(db))
  return rows.rows.map((row) => ({ tie: row.tie, indexNumber: row.index_number, title: row.title, standing: row.standing }))
}

/** One file of a document whose text everybody may read now; undefined for anything else, whatever the reason. */
export async function findPublicFile(db: Db, documentId: number, fileId: number): Promise<StoredFile | undefined> {
  const open = await using<Tables>(db)
    .selectFrom('publishing.search_entry')
    .select('audience')
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  if (open === undefined || open.audience === 'staff') return undefined
  return (await listPublicFiles(db, documentId)).find((file) => file.id === fileId)
}
