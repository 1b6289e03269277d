import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import { bandsOf } from '../../platform/search/bands.ts'
import { filterWords, scopesOf } from '../../platform/search/filter-words.ts'
import { quoted, searchVector, type SearchFields } from '../../platform/search/vector.ts'
import type { Tables } from './tables.gen.ts'

/** A document as the public index holds it. */
export interface SearchEntry {
  unitId: number
  unitPath: string
  /** The units that issued it together with its publisher: it is listed under them too, and counted once. */
  coIssuerPaths: readonly string[]
  categoryId?: number
  categoryPath: string
  dutyId?: number
  publishedOn: Day
  audience: string
  genre: string
  language: string
  fields: SearchFields
}

/** Puts a document into the public index, or takes it out when `entry` is undefined. */
export async function saveSearchEntry(db: Db, documentId: number, entry: SearchEntry | undefined): Promise<void> {
  const tables = using<Tables>(db)
  const old = await tables
    .deleteFrom('publishing.search_entry')
    .where('document_id', '=', documentId)
    .returning('duty_id')
    .executeTakeFirst()
  if (old?.duty_id !== entry?.dutyId) {
    await countForDuty(db, old?.duty_id ?? undefined, -1)
    await countForDuty(db, entry?.dutyId, 1)
  }
  if (entry === undefined) return
  await tables
    .insertInto('publishing.search_entry')
    .values({
      document_id: documentId,
      unit_id: entry.unitId,
      unit_path: entry.unitPath,
      category_id: entry.categoryId ?? null,
      category_path: entry.categoryPath,
      duty_id: entry.dutyId ?? null,
      published_on: entry.publishedOn,
      audience: entry.audience,
      genre: entry.genre,
      language: entry.language,
      title: entry.fields.title,
      words: sql<string>`${vectorOf(entry, entry.fields)}::tsvector`,
      head: sql<string>`${vectorOf(entry, { ...entry.fields, body: '', numbers: [] })}::tsvector`,
      bands: bandsOf(`${entry.fields.title}\n${entry.fields.body}`),
    })
    .execute()
  if (entry.audience !== 'staff') await saveListed(db, documentId, entry)
  await saveTitleWords(db, entry.fields.title)
}

/** Documents whose bands have not been reckoned, as after an upgrade from a version that had none. */
export async function listUnread(db: Db, limit: number): Promise<number[]> {
  const rows = await using<Tables>(db)
    .selectFrom('publishing.search_entry')
    .select('document_id')
    .where('bands', 'is', null)
    .orderBy('document_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.document_id)
}

/**
 * Published texts that may be nearly the same as a text, at most five: those that share one of its bands. Of texts that share four
 * fifths of their word pairs one in some ten thousand is missed. (`offset 0` and the inner `select` keep the planner, which takes bands
 * for common words, from reading the whole table.)
 */
export async function listNear(db: Db, exceptId: number, text: string): Promise<{ indexNumber: string; title: string; body: string }[]> {
  const bands = bandsOf(text)
  if (bands.length === 0) return []
  const rows = await sql<{ index_number: string; title: string; body: string }>`
    with near as materialized (
      select document_id from (
        select e.document_id from publishing.search_entry e
        where e.bands && (select ${bands}::int[]) and e.document_id <> ${exceptId} offset 0
      ) as sharing limit ${mostCompared}
    ), shared as (
      select n.document_id, (select count(*) from unnest(e.bands) as band where band = any(${bands}::int[])) as bands
      from near n join publishing.search_entry e on e.document_id = n.document_id
      order by bands desc, n.document_id desc limit 5
    )
    select d.index_number, v.title, v.body from shared
    join publishing.document d on d.id = shared.document_id
    join publishing.version v on v.document_id = d.id and v.number = d.published_version
    order by shared.bands desc, d.id desc`.execute(using<Tables>(db))
  return rows.rows.map((row) => ({ indexNumber: row.index_number, title: row.title, body: row.body }))
}

/** So many texts that share a band are compared by how many they share; more are copies of one form. */
const mostCompared = 200

function vectorOf(entry: SearchEntry, fields: SearchFields): string {
  return [searchVector(fields), ...filterWords(entry).map(quoted)].filter((part) => part !== '').join(' ')
}

async function saveListed(db: Db, documentId: number, entry: SearchEntry): Promise<void> {
  const rows = scopesOf(entry).map((scope) => ({ scope, published_on: entry.publishedOn, document_id: documentId }))
  if (rows.length > 0) await using<Tables>(db).insertInto('publishing.listed').values(rows).execute()
}

async function countForDuty(db: Db, dutyId: number | undefined, change: 1 | -1): Promise<void> {
  if (dutyId === undefined) return
  await using<Tables>(db)
    .insertInto('publishing.duty_count')
    .values({ duty_id: dutyId, documents: Math.max(0, change) })
    .onConflict((conflict) =>
      conflict.column('duty_id').doUpdateSet({ documents: sql<number>`greatest(0, publishing.duty_count.documents + ${change})` }),
    )
    .execute()
}

/** In the order of the words, so that two releases at once never wait for each other in a ring. */
async function saveTitleWords(db: Db, title: string): Promise<void> {
  const words = [...new Set(title.toLowerCase().match(/[a-z]{4,40}/g) ?? [])].sort()
  if (words.length === 0) return
  await using<Tables>(db)
    .insertInto('publishing.title_word')
    .values(words.map((word) => ({ word })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
