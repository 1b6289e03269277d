import { sql } from 'kysely'
import { asDay, dayOf, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import { askedScopes, askedWords, spansOfTime } from '../../platform/search/filter-words.ts'
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
  genre?: string
  language?: string
  /** Keyset: what comes after this line. */
  before?: { publishedOn: Day; id: number }
  limit: number
}

/** More matches than this are not counted: the page says "more than". */
export const countCap = 2000

/**
 * What the public may find, newest first. A list of one unit, category or line is read from an index of its own, a list of several
 * filters span by span of time: both cost the same however large the archive is.
 */
export async function listPublic(db: Db, filter: PublicFilter): Promise<PublicLine[]> {
  const rows = await sql<PublicRow>`
    with hit as materialized (${await newestOf(db, filter)})
    select d.id, d.index_number, d.unit_id, d.duty_id, d.task_id, d.standing, v.title, v.summary, v.language, v.document_number,
           d.published_at, ${coIssuers}, h.published_on
    from hit h
    join publishing.document d on d.id = h.document_id
    join publishing.version v on v.document_id = d.id and v.number = d.published_version
    order by h.published_on desc, h.document_id desc
    limit ${filter.limit}`.execute(using<Tables>(db))
  return rows.rows.map(asLine)
}

async function newestOf(db: Db, filter: PublicFilter) {
  const order = sql`order by e.published_on desc, e.document_id desc limit ${filter.limit}`
  const scope = onlyScope(filter)
  if (scope !== undefined)
    return sql`select e.document_id, e.published_on from publishing.listed e where e.scope = ${scope} ${beforeOf(filter)} ${order}`
  const wanted = wantedWords(filter)
  if (wanted === undefined)
    return sql`select e.document_id, e.published_on from publishing.search_entry e where ${isOpen} ${beforeOf(filter)} ${order}`
  const spans = await spansBefore(db, filter.before?.publishedOn)
  const parts = spans.map(
    (span) => sql`(
      select e.document_id, e.published_on from publishing.search_entry e
      where e.words @@ ${`${wanted} & ${span}`}::tsquery and ${isOpen} ${beforeOf(filter)} ${order})`,
  )
  return sql`select * from (${parts.length > 0 ? sql.join(parts, sql` union all `) : nothing}) as spans limit ${filter.limit}`
}

const nothing = sql`select document_id, published_on from publishing.search_entry where false`

/** How many there are, up to the cap and one more. */
export async function countPublic(db: Db, filter: PublicFilter): Promise<number> {
  const scope = onlyScope(filter)
  const wanted = wantedWords(filter)
  const from =
    scope === undefined
      ? sql`publishing.search_entry e where ${isOpen} ${wanted === undefined ? sql`` : sql`and e.words @@ ${wanted}::tsquery`}`
      : sql`publishing.listed e where e.scope = ${scope}`
  const counted = await sql<{ n: number }>`
    select count(*) as n from (select 1 from ${from} ${beforeOf(filter)} limit ${countCap + 1}) as hit`.execute(using<Tables>(db))
  return Number(counted.rows[0]?.n ?? 0)
}

/** Of some queries, those that find a public document today, each with the day of the newest of a few. */
export async function findAnswered(db: Db, queries: readonly string[]): Promise<Map<string, Day>> {
  if (queries.length === 0) return new Map()
  const rows = await sql<{ query: string; published_on: string }>`
    select q.query, max(hit.published_on)::date as published_on
    from unnest(${[...queries]}::text[]) as q (query)
    cross join lateral (
      select e.published_on from publishing.search_entry e where e.words @@ q.query::tsquery and ${isOpen} limit 5
    ) as hit
    group by q.query`.execute(using<Tables>(db))
  return new Map(rows.rows.map((row) => [row.query, asDay(row.published_on)]))
}

/** How many documents that a filter finds were published after a moment, up to the cap and one more. */
export async function countPublicSince(db: Db, filter: PublicFilter, since: Date): Promise<number> {
  const wanted = wantedWords(filter)
  const counted = await sql<{ n: number }>`
    select count(*) as n from (
      select 1 from publishing.search_entry e join publishing.document d on d.id = e.document_id
      where e.published_on >= ${dayOf(since)}::date and d.published_at > ${since} and ${isOpen}
        ${wanted === undefined ? sql`` : sql`and e.words @@ ${wanted}::tsquery`}
      limit ${countCap + 1}) as hit`.execute(using<Tables>(db))
  return Number(counted.rows[0]?.n ?? 0)
}

/** Published documents per duty. */
export async function countPublicByDuty(db: Db): Promise<Map<number, number>> {
  const rows = await using<Tables>(db).selectFrom('publishing.duty_count').selectAll().where('documents', '>', 0).execute()
  return new Map(rows.map((row) => [row.duty_id, row.documents]))
}

/** The first and the last day on which something that is public now was published. */
async function findDays(db: Db): Promise<{ newest: Day; oldest: Day } | undefined> {
  const found = await sql<{ newest: string | null; oldest: string | null }>`
    select (select published_on from publishing.search_entry order by published_on desc, document_id desc limit 1) as newest,
           (select published_on from publishing.search_entry order by published_on, document_id limit 1) as oldest`.execute(
    using<Tables>(db),
  )
  const { newest, oldest } = found.rows[0] ?? {}
  return newest && oldest ? { newest: asDay(newest), oldest: asDay(oldest) } : undefined
}

/** The spans of time to look through, from a day or from the newest document backwards. */
export async function spansBefore(db: Db, day: Day | undefined): Promise<string[]> {
  const days = await findDays(db)
  if (days === undefined) return []
  return spansOfTime(day !== undefined && day < days.newest ? day : days.newest, days.oldest)
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

/** What is for staff alone is nobody else's business; `e` is the search entry. */
export const isOpen = sql`e.audience <> 'staff'`

/** Words and filters together as the text of a tsquery; undefined when everything is asked for. */
export function wantedWords(filter: Omit<PublicFilter, 'limit'>): string | undefined {
  const parts = [...(filter.words === undefined ? [] : [`(${filter.words})`]), ...askedWords(filter).map(quoted)]
  return parts.length === 0 ? undefined : parts.join(' & ')
}

/** The one list that a filter asks for, when it asks for nothing else. */
function onlyScope(filter: PublicFilter): string | undefined {
  const scopes = askedScopes(filter)
  return scopes.length === 1 && filter.words === undefined && askedWords(filter).length === 1 ? scopes[0] : undefined
}

function beforeOf({ before }: PublicFilter) {
  return before === undefined ? sql`` : sql`and (e.published_on, e.document_id) < (${before.publishedOn}::date, ${before.id}::bigint)`
}
