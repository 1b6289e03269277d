import { sql } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { Standing } from './document.ts'
import type { Tables } from './tables.gen.ts'

/** A document that was ever released, as others refer to it: what became of it, and the text that stands now. */
export interface KnownRelease {
  id: number
  indexNumber: string
  unitId: number
  dutyId?: number
  standing: Standing
  /** Everybody may read it now. */
  isPublic: boolean
  publishedAt: Date
  publishedVersion: number
  title: string
  language: 'zh' | 'en'
  documentNumber: string
}

/** A version of a document. */
export interface VersionOf {
  documentId: number
  number: number
}

/** One mark for each of some versions, in their order: versions with the same title and body have the same. Undefined where there is none. */
export async function listTextMarks(db: Db, versions: readonly VersionOf[]): Promise<(string | undefined)[]> {
  const [ids, numbers] = [versions.map(({ documentId }) => documentId), versions.map(({ number }) => number)]
  const { rows } = await sql<{ mark: string | null }>`
    select encode(sha256(convert_to(v.title || E'\n' || v.body, 'UTF8')), 'hex') as mark
    from unnest(${ids}::bigint[], ${numbers}::int[]) with ordinality as asked (id, number, place)
    left join publishing.version v on v.document_id = asked.id and v.number = asked.number order by asked.place`.execute(using<Tables>(db))
  return rows.map(({ mark }) => mark ?? undefined)
}

/** Documents that were released, by their ids; what never was is left out. */
export async function listKnown(db: Db, ids: readonly number[]): Promise<Map<number, KnownRelease>> {
  if (ids.length === 0) return new Map()
  const rows = await using<Tables>(db)
    .selectFrom('publishing.document as d')
    .innerJoin('publishing.version as v', (join) => join.onRef('v.document_id', '=', 'd.id').onRef('v.number', '=', 'd.published_version'))
    .select(['d.id', 'd.index_number', 'd.unit_id', 'd.duty_id', 'd.standing', 'd.published_at', 'd.published_version'])
    .select(['v.title', 'v.language', 'v.document_number', 'v.audience'])
    .where('d.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        indexNumber: row.index_number,
        unitId: row.unit_id,
        dutyId: row.duty_id ?? undefined,
        standing: row.standing as Standing,
        isPublic: row.standing === 'published' && row.audience !== 'staff',
        publishedAt: row.published_at ?? new Date(0),
        publishedVersion: row.published_version ?? 1,
        title: row.title,
        language: row.language as 'zh' | 'en',
        documentNumber: row.document_number,
      },
    ]),
  )
}

/** How many documents of these units the public was given from one day to another, both included, as far as they stand. */
export async function countReleased(db: Db, unitIds: readonly number[], from: Day, until: Day): Promise<number> {
  const rows = await sql<{ n: number }>`
    select count(*) as n from publishing.search_entry e join publishing.document d on d.id = e.document_id
    where e.audience <> 'staff' and e.published_on between ${asDay(from)}::date and ${asDay(until)}::date
      and d.unit_id = any(${[...unitIds]}::bigint[])`.execute(using<Tables>(db))
  return Number(rows.rows[0]?.n ?? 0)
}
