import { sql } from 'kysely'
import { asDay, dayOf, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import { listPublicFiles, type StoredFile } from './queries-files.ts'
import { asDocument, asVersion, type StoredDocument, type StoredVersion } from './queries.ts'
import type { Tables } from './tables.gen.ts'

/** A document with the version that the public reads, who issued it too, and whether that went out in an emergency. */
export interface Published {
  document: StoredDocument
  version: StoredVersion
  coIssuers: number[]
  emergency?: { on: Day; dueOn: Day; reviewedOn?: Day }
}

export async function findPublished(db: Db, indexNumber: string): Promise<Published | undefined> {
  const tables = using<Tables>(db)
  const row = await tables
    .selectFrom('publishing.document as d')
    .innerJoin('publishing.version as v', (join) => join.onRef('v.document_id', '=', 'd.id').onRef('v.number', '=', 'd.published_version'))
    .selectAll()
    .select([coIssuers.as('co_issuers'), emergency.as('emergency')])
    .where('d.index_number', '=', indexNumber)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const urgent = row.emergency
  return {
    document: asDocument(row),
    version: asVersion(row),
    coIssuers: row.co_issuers,
    ...(urgent === null ? {} : { emergency: asEmergency(urgent) }),
  }
}

interface EmergencyRow {
  at: string
  dueOn: string
  reviewedAt: string | null
}

const coIssuers = sql<number[]>`array(select c.unit_id::int from publishing.co_issuer c where c.document_id = d.id order by c.unit_id)`
/** What took the place of an emergency text after all hands had seen it is none any more. */
const emergency = sql<EmergencyRow | null>`(
  select json_build_object('at', e.at, 'dueOn', e.due_on, 'reviewedAt', e.reviewed_at) from publishing.emergency e
  where e.document_id = d.id and e.version = d.published_version and e.outcome is distinct from 'superseded'
  order by e.id desc limit 1)`

function asEmergency({ at, dueOn, reviewedAt }: EmergencyRow): NonNullable<Published['emergency']> {
  return { on: dayOf(new Date(at)), dueOn: asDay(dueOn), ...(reviewedAt === null ? {} : { reviewedOn: dayOf(new Date(reviewedAt)) }) }
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
