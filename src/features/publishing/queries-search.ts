import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import { indexTokens } from '../../platform/search/tokens.ts'
import { quoted } from '../../platform/search/vector.ts'
import { asLine, coIssuers, conditions, countCap, type PublicFilter, type PublicLine, type PublicRow } from './queries-public.ts'
import type { Tables } from './tables.gen.ts'

/** Where a search found its words: 2 all in the title or number, 1 in keywords and summary too, 0 only with the text. */
export type Fit = 0 | 1 | 2

export interface FoundLine extends PublicLine {
  fit: Fit
  /** The beginning of the text, for the passage that a search shows. */
  body: string
}

export interface SearchFilter extends Omit<PublicFilter, 'before'> {
  words: string
  /** Keyset: what comes after this line. */
  after?: { fit: Fit; publishedOn: Day; id: number }
}

/** Of more matches than these, the newest are put in order of fit and the others are not shown. */
export const weighed = 500
const passageCharacters = 20_000

/** What fits best, and of what fits alike the newest. In two steps, so that a word that is everywhere does not sort the whole archive. */
export async function listFound(db: Db, filter: SearchFilter): Promise<FoundLine[]> {
  const { after, words } = filter
  const rows = await sql<PublicRow & { fit: Fit; body: string }>`
    with hit as materialized (
      select e.document_id, e.published_on from publishing.search_entry e where ${conditions(filter)} limit ${countCap + 1}
    ), newest as (
      select * from hit order by published_on desc, document_id desc limit ${weighed}
    ), fitting as (
      select n.*, case when ts_filter(e.words, '{a}') @@ ${words}::tsquery then 2
                       when ts_filter(e.words, '{a,b,c}') @@ ${words}::tsquery then 1 else 0 end as fit
      from newest n join publishing.search_entry e on e.document_id = n.document_id
    )
    select d.id, d.index_number, d.unit_id, d.duty_id, d.task_id, d.standing, v.title, v.summary, v.language, v.document_number,
           d.published_at, ${coIssuers}, f.published_on, f.fit, left(v.body, ${passageCharacters}) as body
    from fitting f
    join publishing.document d on d.id = f.document_id
    join publishing.version v on v.document_id = d.id and v.number = d.published_version
    where ${after === undefined ? sql`true` : sql`(f.fit, f.published_on, f.document_id) < (${after.fit}::int, ${after.publishedOn}::date, ${after.id}::bigint)`}
    order by f.fit desc, f.published_on desc, f.document_id desc
    limit ${filter.limit}`.execute(using<Tables>(db))
  return rows.rows.map((row) => ({ ...asLine(row), fit: row.fit, body: row.body }))
}

const brackets = '〔〕[]［］【】（）() 　'

/** The documents that have this index number or document number, or whose number ends with it; brackets of any kind are the same. */
export async function listByNumber(db: Db, number: string, limit: number): Promise<PublicLine[]> {
  const tokens = indexTokens(number)
  const bare = Array.from(number.trim())
    .filter((character) => !brackets.includes(character))
    .join('')
  if (tokens.length === 0 || bare.length < 4 || bare.length > 60 || !/\d/.test(bare)) return []
  const words = tokens.map(quoted).join(' & ')
  const rows = await sql<PublicRow>`
    select d.id, d.index_number, d.unit_id, d.duty_id, d.task_id, d.standing, v.title, v.summary, v.language, v.document_number,
           d.published_at, ${coIssuers}, e.published_on
    from publishing.search_entry e
    join publishing.document d on d.id = e.document_id
    join publishing.version v on v.document_id = d.id and v.number = d.published_version
    where ${conditions({ words, limit })}
      and (upper(right(d.index_number, length(${bare}::text))) = upper(${bare}) or right(translate(v.document_number, ${brackets}, ''), length(${bare}::text)) = ${bare})
    order by length(d.index_number) - length(${bare}::text), e.published_on desc, e.document_id desc
    limit ${limit}`.execute(using<Tables>(db))
  return rows.rows.map(asLine)
}

/** A public page's address and the day of its last public change, for the list that search engines read. */
export interface PublicAddress {
  id: number
  indexNumber: string
  changedOn: Date
}

/** The public pages whose ids lie in a span, both ends included; a span never changes its members' places. */
export async function listAddresses(db: Db, fromId: number, untilId: number): Promise<PublicAddress[]> {
  const rows = await sql<{ id: number; index_number: string; changed_on: Date }>`
    select d.id, d.index_number, coalesce((select max(c.at) from publishing.public_change c where c.document_id = d.id), d.published_at) as changed_on
    from publishing.search_entry e join publishing.document d on d.id = e.document_id
    where e.document_id between ${fromId} and ${untilId} and ${conditions({ limit: 0 })}
    order by d.id`.execute(using<Tables>(db))
  return rows.rows.map((row) => ({ id: row.id, indexNumber: row.index_number, changedOn: row.changed_on }))
}

/** The highest id among the public pages; 0 when there are none. */
export async function findLastPublicId(db: Db): Promise<number> {
  const row = await using<Tables>(db)
    .selectFrom('publishing.search_entry')
    .select((one) => one.fn.max('document_id').as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

/** The names under which some published documents are known, by index number. */
export async function listTitles(db: Db, indexNumbers: readonly string[]): Promise<Map<string, string>> {
  if (indexNumbers.length === 0) return new Map()
  const rows = await sql<{ index_number: string; title: string }>`
    select d.index_number, v.title from publishing.search_entry e
    join publishing.document d on d.id = e.document_id
    join publishing.version v on v.document_id = d.id and v.number = d.published_version
    where d.index_number = any(${[...indexNumbers]}::text[]) and ${conditions({ limit: 0 })}`.execute(using<Tables>(db))
  return new Map(rows.rows.map((row) => [row.index_number, row.title]))
}

/** The newest public documents of each of these lines of the catalogue, at most `each` of a line. */
export async function listNewestByDuty(db: Db, dutyIds: readonly number[], each: number): Promise<Map<number, PublicLine[]>> {
  const newest = new Map<number, PublicLine[]>()
  if (dutyIds.length === 0) return newest
  const rows = await sql<PublicRow & { duty_id: number }>`
    select d.id, d.index_number, d.unit_id, d.duty_id, d.task_id, d.standing, v.title, v.summary, v.language, v.document_number,
           d.published_at, ${coIssuers}, d.published_on
    from (
      select d.*, e.published_on, row_number() over (partition by d.duty_id order by e.published_on desc, d.id desc) as nth
      from publishing.search_entry e join publishing.document d on d.id = e.document_id
      where d.duty_id = any(${[...dutyIds]}::bigint[]) and ${conditions({ limit: each })}
    ) as d
    join publishing.version v on v.document_id = d.id and v.number = d.published_version
    where d.nth <= ${each}
    order by d.duty_id, d.nth`.execute(using<Tables>(db))
  for (const row of rows.rows) newest.set(row.duty_id, [...(newest.get(row.duty_id) ?? []), asLine(row)])
  return newest
}
