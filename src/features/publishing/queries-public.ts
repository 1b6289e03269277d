import { sql } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import { searchVector, type SearchFields } from '../../platform/search/vector.ts'
import { indexTokens } from '../../platform/search/tokens.ts'
import { quoted } from '../../platform/search/vector.ts'
import type { Tables } from './tables.gen.ts'

/** A published document as lists show it. */
export interface PublicLine {
  id: number
  indexNumber: string
  unitId: number
  dutyId?: number
  taskId?: number
  standing: string
  title: string
  summary: string
  language: 'zh' | 'en'
  documentNumber: string
  publishedOn: Day
  publishedAt: Date
  /** The units that issued it together with its publisher. */
  coIssuers: number[]
}

export interface PublicFilter {
  /** As the text of a tsquery. */
  words?: string
  unitPath?: string
  categoryPath?: string
  year?: number
  dutyId?: number
  taskIds?: readonly number[]
  /** Keyset: what comes after this line. */
  before?: { publishedOn: Day; id: number }
  limit: number
}

/** More matches than this are not counted: the page says "more than". */
export const countCap = 2000

/** Puts a document into the public index, or takes it out when `entry` is undefined. */
export async function saveSearchEntry(
  db: Db,
  documentId: number,
  entry: { unitPath: string; categoryPath: string; publishedOn: Day; audience: string; fields: SearchFields } | undefined,
): Promise<void> {
  const tables = using<Tables>(db)
  await tables.deleteFrom('publishing.search_entry').where('document_id', '=', documentId).execute()
  if (entry === undefined) return
  await tables
    .insertInto('publishing.search_entry')
    .values({
      document_id: documentId,
      unit_path: entry.unitPath,
      category_path: entry.categoryPath,
      published_on: entry.publishedOn,
      audience: entry.audience,
      words: sql<string>`${searchVector(entry.fields)}::tsvector`,
    })
    .execute()
}

/**
 * What the public may find, newest first. With words the matches are capped first and sorted then: a word that is everywhere would
 * otherwise sort the whole archive.
 */
export async function listPublic(db: Db, filter: PublicFilter): Promise<PublicLine[]> {
  const rows = await sql<PublicRow>`
    with hit as materialized (
      select e.document_id, e.published_on from publishing.search_entry e where ${conditions(filter)}
      ${filter.words === undefined ? sql`order by e.published_on desc, e.document_id desc limit ${filter.limit}` : sql`limit ${countCap + 1}`}
    )
    select d.id, d.index_number, d.unit_id, d.duty_id, d.task_id, d.standing, v.title, v.summary, v.language, v.document_number,
           d.published_at, ${coIssuers}, h.published_on
    from hit h
    join publishing.document d on d.id = h.document_id
    join publishing.version v on v.document_id = d.id and v.number = d.published_version
    order by h.published_on desc, h.document_id desc
    limit ${filter.limit}`.execute(using<Tables>(db))
  return rows.rows.map(asLine)
}

/** How many there are, up to the cap and one more. */
export async function countPublic(db: Db, filter: PublicFilter): Promise<number> {
  const counted = await sql<{ n: number }>`
    select count(*) as n from (select 1 from publishing.search_entry e where ${conditions(filter)} limit ${countCap + 1}) as hit`.execute(
    using<Tables>(db),
  )
  return Number(counted.rows[0]?.n ?? 0)
}

/** Published documents per duty. */
export async function countPublicByDuty(db: Db): Promise<Map<number, number>> {
  const counted = await sql<{ duty_id: number; n: number }>`
    select d.duty_id, count(*) as n from publishing.search_entry e join publishing.document d on d.id = e.document_id
    where d.duty_id is not null group by d.duty_id`.execute(using<Tables>(db))
  return new Map(counted.rows.map((row) => [Number(row.duty_id), Number(row.n)]))
}

/**
 * Published texts that may be nearly the same as a text, at most five: those that hold one of a dozen groups of four word pairs taken
 * from all over it. A text that shares four fifths of the pairs is missed once in some hundreds of times.
 */
export async function listNear(db: Db, exceptId: number, text: string): Promise<{ indexNumber: string; title: string; body: string }[]> {
  const groups = spreadGroups(indexTokens(text))
  if (groups.length === 0) return []
  const any = groups.map((group) => `(${group.map(quoted).join(' & ')})`).join(' | ')
  const rows = await sql<{ index_number: string; title: string; body: string }>`
    with near as materialized (
      select e.document_id from publishing.search_entry e where e.words @@ ${any}::tsquery and e.document_id <> ${exceptId} limit 5
    )
    select d.index_number, v.title, v.body from near
    join publishing.document d on d.id = near.document_id
    join publishing.version v on v.document_id = d.id and v.number = d.published_version`.execute(using<Tables>(db))
  return rows.rows.map((row) => ({ indexNumber: row.index_number, title: row.title, body: row.body }))
}

const groupsOfFour = 12

/** A dozen groups of four tokens, each group spread over the whole text, so that a common phrase alone makes no group. */
function spreadGroups(tokens: readonly string[]): string[][] {
  const stride = Math.floor(tokens.length / 4)
  if (stride < groupsOfFour) return []
  return Array.from({ length: groupsOfFour }, (_, n) => {
    const first = Math.floor((n * stride) / groupsOfFour)
    return [0, 1, 2, 3].map((quarter) => tokens[first + quarter * stride] ?? '')
  })
}

export interface PublicRow {
  id: number
  index_number: string
  unit_id: number
  duty_id: number | null
  task_id: number | null
  standing: string
  title: string
  summary: string
  language: 'zh' | 'en'
  document_number: string
  published_at: Date
  published_on: string
  co_issuers: number[]
}

/** The co-issuers of `d`, for a list. */
export const coIssuers = sql`array(
  select c.unit_id::int from publishing.co_issuer c where c.document_id = d.id order by c.unit_id
) as co_issuers`

/** A row of a public list as the list shows it. */
export function asLine(row: PublicRow): PublicLine {
  return {
    id: row.id,
    indexNumber: row.index_number,
    unitId: row.unit_id,
    dutyId: row.duty_id ?? undefined,
    taskId: row.task_id ?? undefined,
    standing: row.standing,
    title: row.title,
    summary: row.summary,
    language: row.language,
    documentNumber: row.document_number,
    publishedAt: row.published_at,
    publishedOn: asDay(row.published_on),
    coIssuers: row.co_issuers,
  }
}

/** What these units published, or issued together with another: each document once. The list of ids is made once, so both sides are indexed. */
function ofUnits(unitPath: string) {
  const like = `${unitPath}%`
  return sql`(e.unit_path like ${like} or e.document_id = any(array(select document_id from publishing.co_issuer where unit_path like ${like})))`
}

/** The conditions of a filter; `e` is the search entry. Every value is a parameter. */
export function conditions(filter: PublicFilter) {
  const parts = [sql`e.audience <> 'staff'`]
  if (filter.words !== undefined) parts.push(sql`e.words @@ ${filter.words}::tsquery`)
  if (filter.unitPath !== undefined) parts.push(ofUnits(filter.unitPath))
  if (filter.categoryPath !== undefined) parts.push(sql`e.category_path like ${`${filter.categoryPath}%`}`)
  if (filter.year !== undefined) parts.push(sql`e.published_on between ${`${filter.year}-01-01`}::date and ${`${filter.year}-12-31`}::date`)
  if (filter.dutyId !== undefined) parts.push(sql`e.document_id in (select id from publishing.document where duty_id = ${filter.dutyId})`)
  if (filter.before !== undefined)
    parts.push(sql`(e.published_on, e.document_id) < (${filter.before.publishedOn}::date, ${filter.before.id}::bigint)`)
  return sql.join(parts, sql` and `)
}
