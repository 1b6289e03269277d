import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import { indexTokens } from '../../platform/search/tokens.ts'
import { quoted } from '../../platform/search/vector.ts'
import {
  asLine,
  coIssuers,
  countCap,
  isOpen,
  spansBefore,
  wantedWords,
  type PublicFilter,
  type PublicLine,
  type PublicRow,
} from './queries-public.ts'
import type { Tables } from './tables.gen.ts'

/** Where a search found its words: 2 all in the title or number, 1 in keywords and summary too, 0 only with the text. */
export type Fit = 0 | 1 | 2

export interface FoundLine extends PublicLine {
  fit: Fit
  /** The beginning of the text, for the passage that a search shows. */
  body: string
  /** The text of its public files, where one could be read. */
  files: { name: string; text: string }[]
}

export interface SearchFilter extends Omit<PublicFilter, 'before'> {
  words: string
  /** In order of fit unless told. */
  sort?: 'newest' | undefined
  /** Keyset: what comes after this line. */
  after?: { fit: Fit; publishedOn: Day; id: number }
}

/** How many of the found documents stand where; more than the cap were not counted, so these are then the least that there are. */
export interface FoundCounts {
  units: Map<number, number>
  categories: Map<number, number>
  years: Map<number, number>
  genres: Map<string, number>
  languages: Map<string, number>
}

export interface FoundPage {
  lines: FoundLine[]
  /** Up to the cap and one more. */
  total: number
  counts: FoundCounts
}

/** Of more matches than these the newest are put in order, and those that name it in title, keywords or summary. */
export const weighed = countCap
const mostNamed = 300
const passageCharacters = 20_000

/** The beginnings of the files of `d`, where nothing but the whole text has the words: only there a passage may have to come from a file. */
const fileTexts = sql`case when p.fit = 0 then (
  select json_agg(json_build_object('name', f.name, 'text', left(t.text, ${passageCharacters}::int)) order by f.id)
  from publishing.file f join publishing.file_text t on t.file_id = f.id
  where f.document_id = d.id and f.is_public and f.removed_at is null and t.text <> '') end`

/**
 * What fits best, and of what fits alike the newest; or simply the newest. Goes through the spans of time from the newest on and stops
 * at the cap, so that a word that is everywhere is as quick as a rare one.
 */
export async function listFound(db: Db, filter: SearchFilter): Promise<FoundPage> {
  const spans = await spansBefore(db, undefined)
  if (spans.length === 0) return { lines: [], total: 0, counts: countsOf([]) }
  const { words } = filter
  const wanted = wantedWords(filter) ?? words
  const rows = await sql<FoundRow>`
    with hit as materialized (${spanBySpan('words', wanted, spans, countCap + 1)}),
    named as materialized (
      select * from (${spanBySpan('head', wanted, spans, mostNamed)}) as n where (select count(*) from hit) > ${countCap}
    ),
    candidate as (
      select * from hit union all select * from named where document_id not in (select document_id from hit)
    ),
    fitting as (
      select document_id, published_on, case when ts_filter(head, '{a}') @@ ${words}::tsquery then 2
                                             when ts_filter(head, '{a,b,c}') @@ ${words}::tsquery then 1 else 0 end as fit
      from candidate
    ),
    page as materialized (
      select *, row_number() over (order by ${orderOf(filter)}) as nth from fitting f
      where ${afterOf(filter)} order by ${orderOf(filter)} limit ${filter.limit}
    ),
    counted as (
      select grouping(unit_id, category_id, year, genre, language) as kind, unit_id, category_id, year, genre, language, count(*) as n
      from (select unit_id, category_id, extract(year from published_on)::int as year, genre, language from hit) as h
      group by grouping sets ((unit_id), (category_id), (year), (genre), (language))
    )
    select d.id, d.index_number, d.unit_id, d.duty_id, d.task_id, d.standing, v.title, v.summary, v.language, v.document_number,
           d.published_at, ${coIssuers}, p.published_on, p.fit, left(v.body, ${passageCharacters}) as body, ${fileTexts} as files, p.nth,
           (select count(*) from hit)::int as total, case when p.nth is null or p.nth = 1 then (select json_agg(c) from counted c) end as counted
    from (select 1) as one
    left join page p on true
    left join publishing.document d on d.id = p.document_id
    left join publishing.version v on v.document_id = d.id and v.number = d.published_version
    order by p.nth`.execute(using<Tables>(db))
  const lines = rows.rows
    .filter((row) => row.id !== null)
    .map((row) => ({ ...asLine(row), fit: row.fit, body: row.body, files: row.files ?? [] }))
  return { lines, total: rows.rows[0]?.total ?? 0, counts: countsOf(rows.rows[0]?.counted ?? []) }
}

/** The newest matches with what is needed to weigh and count them; `column` is the whole vector or that of the head. */
function spanBySpan(column: 'words' | 'head', wanted: string, spans: readonly string[], limit: number) {
  const parts = spans.map(
    (span) => sql`(
      select e.document_id, e.published_on, e.unit_id, e.category_id, e.genre, e.language, e.head from publishing.search_entry e
      where ${sql.ref(`e.${column}`)} @@ ${`${wanted} & ${span}`}::tsquery and ${isOpen}
      order by e.published_on desc, e.document_id desc limit ${limit})`,
  )
  return sql`select * from (${sql.join(parts, sql` union all `)}) as spans limit ${limit}`
}

function orderOf({ sort }: SearchFilter) {
  return sort === 'newest' ? sql`published_on desc, document_id desc` : sql`fit desc, published_on desc, document_id desc`
}

function afterOf({ after, sort }: SearchFilter) {
  if (after === undefined) return sql`true`
  const newest = sql`${after.publishedOn}::date, ${after.id}::bigint`
  return sort === 'newest'
    ? sql`(published_on, document_id) < (${newest})`
    : sql`(fit, published_on, document_id) < (${after.fit}::int, ${newest})`
}

interface FoundRow extends PublicRow {
  fit: Fit
  body: string
  files: FoundLine['files'] | null
  total: number
  counted: Counted[] | null
  nth: number
}

interface Counted {
  /** A bit for each column that was not grouped by. */
  kind: number
  unit_id: number | null
  category_id: number | null
  year: number | null
  genre: string | null
  language: string | null
  n: number
}

function countsOf(rows: readonly Counted[]): FoundCounts {
  const of = <Value>(kind: number, value: (row: Counted) => Value | null): Map<Value, number> =>
    new Map(
      rows.flatMap((row): [Value, number][] => {
        const at = value(row)
        return row.kind === kind && at !== null && at !== '' ? [[at, row.n]] : []
      }),
    )
  return {
    units: of(0b01111, (row) => row.unit_id),
    categories: of(0b10111, (row) => row.category_id),
    years: of(0b11011, (row) => row.year),
    genres: of(0b11101, (row) => row.genre),
    languages: of(0b11110, (row) => row.language),
  }
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
    where e.words @@ ${words}::tsquery and ${isOpen}
      and (upper(right(d.index_number, length(${bare}::text))) = upper(${bare}) or right(translate(v.document_number, ${brackets}, ''), length(${bare}::text)) = ${bare})
    order by length(d.index_number) - length(${bare}::text), e.published_on desc, e.document_id desc
    limit ${limit}`.execute(using<Tables>(db))
  return rows.rows.map(asLine)
}
