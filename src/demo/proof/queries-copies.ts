import { sql, type RawBuilder } from 'kysely'
import { using, type Db } from '../../platform/database/index.ts'
import type { Day } from '../../kernel/day.ts'

/** One document as a copy of another: everything of it stays but what is told here. `hash` is the fingerprint of its text. */
export interface Copy {
  id: number
  /** The document that it repeats. */
  of: number
  index_number: string
  title: string
  body: string
  hash: string
  /** By how many milliseconds later everything happened. */
  later: number
  published_on: Day
  words: string
  head: string
  bands: number[]
}

/** Tables that hold rows of a document: what each row of a copy says otherwise, and what keeps their order. */
const tables: { name: string; key: string; order?: string; says: Record<string, string> }[] = [
  {
    name: 'publishing.document',
    key: 'id',
    says: { id: 'c.id', index_number: 'c.index_number', created_at: later('created_at'), published_at: later('published_at') },
  },
  {
    name: 'publishing.version',
    key: 'document_id',
    says: { title: 'c.title', body: 'c.body', saved_at: later('saved_at'), formed_on: 'c.formed_on' },
  },
  {
    name: 'publishing.step',
    key: 'document_id',
    order: 'o.id',
    says: { id: next('publishing.step'), content_hash: 'c.hash', at: later('at') },
  },
  { name: 'publishing.secrecy_review', key: 'document_id', says: { id: next('publishing.secrecy_review'), at: later('at') } },
  { name: 'publishing.public_change', key: 'document_id', says: { id: next('publishing.public_change'), at: later('at') } },
  {
    name: 'publishing.search_entry',
    key: 'document_id',
    says: { title: 'c.title', words: 'c.words', head: 'c.head', bands: 'c.bands', published_on: 'c.published_on' },
  },
  { name: 'publishing.listed', key: 'document_id', order: 'o.scope', says: { published_on: 'c.published_on' } },
]

/** So many new ids of documents, rising. */
export async function takeDocumentIds(db: Db, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('publishing.document', 'id')) as id from generate_series(1, ${count})`.execute(using<unknown>(db))
  return rows.map(({ id }) => Number(id))
}

/**
 * Writes copies: the rows of each table that belong to the document which is copied, with what differs. So a copy has every column
 * that an act gave its model, also one that is added to a table later.
 */
export async function insertCopies(db: Db, copies: readonly Copy[]): Promise<void> {
  for (const { name, key, order, says } of tables) {
    const changes = Object.entries({ [key]: 'c.id', ...says }).map(([column, value]) => `'${column}', ${value}`)
    await sql`
      insert into ${sql.raw(name)} overriding system value
      select r.* from (
        select o as model, jsonb_build_object(${sql.raw(changes.join(', '))}) as changes
        from ${copiesOf(copies)} join ${sql.raw(name)} o on o.${sql.raw(key)} = c.of
        order by c.id ${sql.raw(order === undefined ? '' : `, ${order}`)}
      ) as told, lateral jsonb_populate_record(told.model, told.changes) as r`.execute(using<unknown>(db))
  }
}

/** Takes so many running numbers of a scope that the acts have begun; answers the one before the first. */
export async function takeSerials(db: Db, scope: string, count: number): Promise<number> {
  const { rows } = await sql<{ before: number }>`
    update publishing.index_counter set last = last + ${count} where scope = ${scope} returning last - ${count} as before`.execute(
    using<unknown>(db),
  )
  if (rows[0] === undefined) throw new Error(`no document was begun in ${scope}`)
  return Number(rows[0].before)
}

/** So many more documents stand under a line of the catalogue. */
export async function addToLine(db: Db, dutyId: number, count: number): Promise<void> {
  await sql`update publishing.duty_count set documents = documents + ${count} where duty_id = ${dutyId}`.execute(using<unknown>(db))
}

function copiesOf(copies: readonly Copy[]): RawBuilder<unknown> {
  return sql`(select k.*, (k.published_on)::text as formed_on from jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) as k (
    id bigint, of bigint, index_number text, title text, body text, hash text, later bigint, published_on date, words text, head text,
    bands jsonb)) as c`
}

function later(column: string): string {
  return `o.${column} + c.later * interval '1 millisecond'`
}

function next(table: string): string {
  return `nextval(pg_get_serial_sequence('${table}', 'id'))`
}
