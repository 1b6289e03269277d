import { sql } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { Tables } from './tables.gen.ts'

/** What is published under a duty of a unit: how many, and the last day on which something was released or corrected. */
export interface PublishedLine {
  /** Undefined for what answers no duty. */
  dutyId?: number
  unitId: number
  count: number
  newestOn: Day
}

// Civil days of the city: an instant late in the evening belongs to the day that its clocks show.
const dayOf = (instant: string) => sql.raw(`(${instant} at time zone 'Asia/Shanghai')::date`)

/** What is published, summed up by duty and unit. Cancelled texts stay readable and count. */
export async function sumPublishedByLine(db: Db): Promise<PublishedLine[]> {
  const { rows } = await sql<{ duty_id: number | null; unit_id: number; n: number; newest: string; corrected: string | null }>`
    with corrected as materialized (
      select c.document_id, max(c.at) as at from publishing.public_change c where c.kind = 'corrected' group by 1
    )
    select d.duty_id, d.unit_id, count(*) as n, ${dayOf('max(d.published_at)')} as newest, ${dayOf('max(c.at)')} as corrected
    from publishing.document d left join corrected c on c.document_id = d.id
    where d.standing in ('published', 'cancelled')
    group by 1, 2`.execute(using<Tables>(db))
  return rows.map((row) => ({
    dutyId: row.duty_id === null ? undefined : Number(row.duty_id),
    unitId: Number(row.unit_id),
    count: Number(row.n),
    newestOn: asDay(row.corrected !== null && row.corrected > row.newest ? row.corrected : row.newest),
  }))
}

/** How many documents a unit released in a month, `YYYY-MM`, since `from`. */
export async function countReleasedByMonth(db: Db, from: Day): Promise<{ unitId: number; month: string; n: number }[]> {
  const { rows } = await sql<{ unit_id: number; month: string; n: number }>`
    select unit_id, to_char(published_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*) as n
    from publishing.document where published_at >= (${from}::date)::timestamp at time zone 'Asia/Shanghai'
    group by 1, 2`.execute(using<Tables>(db))
  return rows.map((row) => ({ unitId: Number(row.unit_id), month: row.month, n: Number(row.n) }))
}

/** The day of the newest release that everybody can read; undefined while there is none. */
export async function findNewestRelease(db: Db): Promise<Day | undefined> {
  const { rows } = await sql<{ on: string | null }>`
    select published_on as on from publishing.search_entry where audience <> 'staff'
    order by published_on desc, document_id desc limit 1`.execute(using<Tables>(db))
  const newest = rows[0]?.on
  return newest === null || newest === undefined ? undefined : asDay(newest)
}

/** Documents published since `from` that answer no duty, and those published under one of these duties of these units. */
export async function listOutside(
  db: Db,
  from: Day,
  lines: readonly { dutyId: number; unitId: number }[],
): Promise<{ id: number; unitId: number; dutyId?: number; publishedOn: Day }[]> {
  const { rows } = await sql<{ id: number; unit_id: number; duty_id: number | null; published_on: string }>`
    select id, unit_id, duty_id, ${dayOf('published_at')} as published_on from publishing.document
    where standing = 'published' and published_at >= (${from}::date)::timestamp at time zone 'Asia/Shanghai' and duty_id is null
    union all
    select d.id, d.unit_id, d.duty_id, ${dayOf('d.published_at')} as published_on
    from unnest(${lines.map((line) => line.dutyId)}::bigint[], ${lines.map((line) => line.unitId)}::bigint[]) as l (duty_id, unit_id)
    join publishing.document d on d.duty_id = l.duty_id and d.unit_id = l.unit_id
    where d.standing = 'published' and d.published_at >= (${from}::date)::timestamp at time zone 'Asia/Shanghai'`.execute(using<Tables>(db))
  return rows.map((row) => ({
    id: Number(row.id),
    unitId: Number(row.unit_id),
    dutyId: row.duty_id === null ? undefined : Number(row.duty_id),
    publishedOn: asDay(row.published_on),
  }))
}

/** A published text as it is read once for whoever compares texts. */
export interface ReleasedText {
  /** The public change that brought it: readings go on after the last one. */
  change: number
  id: number
  version: number
  unitId: number
  publishedOn: Day
  title: string
  body: string
  formedOn?: Day
  validUntil?: Day
}

/** Texts released or corrected after a public change, in that order, each as it stands now. */
export async function listReleasedTexts(db: Db, afterChange: number, limit: number): Promise<ReleasedText[]> {
  const { rows } = await sql<TextRow>`
    select c.id as change, d.id, d.unit_id, v.number, ${dayOf('d.published_at')} as published_on, v.title, v.body, v.formed_on, v.valid_until
    from publishing.public_change c
    join publishing.document d on d.id = c.document_id
    join publishing.version v on v.document_id = d.id and v.number = d.published_version
    where c.id > ${afterChange} and c.kind in ('released', 'corrected') order by c.id limit ${limit}`.execute(using<Tables>(db))
  return rows.map((row) => ({
    change: Number(row.change),
    id: Number(row.id),
    version: row.number,
    unitId: Number(row.unit_id),
    publishedOn: asDay(row.published_on),
    title: row.title,
    body: row.body,
    formedOn: row.formed_on === null ? undefined : asDay(row.formed_on),
    validUntil: row.valid_until === null ? undefined : asDay(row.valid_until),
  }))
}

/** The public texts of some documents that are published now. */
export async function listPublishedTexts(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, { unitId: number; indexNumber: string; title: string; body: string }>> {
  const { rows } = await sql<{ id: number; unit_id: number; index_number: string; title: string; body: string }>`
    select d.id, d.unit_id, d.index_number, v.title, v.body from publishing.document d
    join publishing.version v on v.document_id = d.id and v.number = d.published_version
    where d.id = any(${ids}::bigint[]) and d.standing in ('published', 'cancelled')`.execute(using<Tables>(db))
  return new Map(
    rows.map((row) => [Number(row.id), { unitId: Number(row.unit_id), indexNumber: row.index_number, title: row.title, body: row.body }]),
  )
}

/** Where documents stand in public, and how they are called there. */
export async function listStandings(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, { standing: string; indexNumber: string; title: string }>> {
  const { rows } = await sql<{ id: number; standing: string; index_number: string; title: string }>`
    select d.id, d.standing, d.index_number, v.title from publishing.document d
    join publishing.version v on v.document_id = d.id and v.number = coalesce(d.published_version, d.current_version)
    where d.id = any(${ids}::bigint[])`.execute(using<Tables>(db))
  return new Map(rows.map((row) => [Number(row.id), { standing: row.standing, indexNumber: row.index_number, title: row.title }]))
}

/** Which of these index numbers lead to a page that explains itself, and on which day the others were taken away, if they ever stood. */
export async function listDestinations(db: Db, indexNumbers: readonly string[]): Promise<Map<string, { isThere: boolean; goneOn?: Day }>> {
  const { rows } = await sql<{ index_number: string; is_there: boolean; gone_on: string | null }>`
    select d.index_number, d.standing in ('published', 'cancelled', 'withdrawn', 'replaced') as is_there,
           (select ${dayOf('max(c.at)')} from publishing.public_change c where c.document_id = d.id and c.kind = 'removed') as gone_on
    from publishing.document d where d.index_number = any(${indexNumbers}::text[])`.execute(using<Tables>(db))
  return new Map(
    rows.map((row) => [row.index_number, { isThere: row.is_there, goneOn: row.gone_on === null ? undefined : asDay(row.gone_on) }]),
  )
}

interface TextRow {
  change: number
  id: number
  unit_id: number
  number: number
  published_on: string
  title: string
  body: string
  formed_on: string | null
  valid_until: string | null
}
