import { sql } from 'kysely'
import { using, type Db } from '../../platform/database/index.ts'
import { asLine, coIssuers, isOpen, type PublicLine, type PublicRow } from './queries-public.ts'
import type { Tables } from './tables.gen.ts'

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
    where e.document_id between ${fromId} and ${untilId} and ${isOpen}
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
    where d.index_number = any(${[...indexNumbers]}::text[]) and ${isOpen}`.execute(using<Tables>(db))
  return new Map(rows.rows.map((row) => [row.index_number, row.title]))
}

/** The newest public documents of each of these lines of the catalogue, at most `each` of a line. */
export async function listNewestByDuty(db: Db, dutyIds: readonly number[], each: number): Promise<Map<number, PublicLine[]>> {
  const newest = new Map<number, PublicLine[]>()
  if (dutyIds.length === 0) return newest
  const rows = await sql<PublicRow & { duty_id: number }>`
    select d.id, d.index_number, d.unit_id, d.duty_id, d.task_id, d.standing, v.title, v.summary, v.language, v.document_number,
           d.published_at, ${coIssuers}, l.published_on
    from unnest(${[...dutyIds]}::bigint[]) as asked (duty_id)
    cross join lateral (
      select published_on, document_id from publishing.listed where scope = 'd' || asked.duty_id
      order by published_on desc, document_id desc limit ${each}
    ) as l
    join publishing.document d on d.id = l.document_id
    join publishing.version v on v.document_id = d.id and v.number = d.published_version
    order by d.duty_id, l.published_on desc, d.id desc`.execute(using<Tables>(db))
  for (const row of rows.rows) newest.set(row.duty_id, [...(newest.get(row.duty_id) ?? []), asLine(row)])
  return newest
}
