import { sql } from 'kysely'
import { asDay, dayOf, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { PublicKind } from './change.ts'
import { asLine, coIssuers, isOpen, wantedWords, type PublicFilter, type PublicLine, type PublicRow } from './queries-public.ts'
import type { Tables } from './tables.gen.ts'

/** One public change, with the document that it happened to as that stands now. */
export interface ChangeLine extends PublicLine {
  /** Rises in the order in which changes became true. */
  changeId: number
  kind: PublicKind
  reason: string
  at: Date
  isMinor: boolean
  effectiveOn?: Day
  /** The document that took its place, or that it went into. */
  other?: string
}

export interface ChangeFilter {
  /** Only what came after this change, the oldest first. */
  after?: number
  /** Only what came before this change. */
  before?: number
  /** Not before this instant. */
  since?: Date
  /** Only these changes. */
  ids?: readonly number[]
  unitIds?: readonly number[]
  dutyIds?: readonly number[]
  /** Without what was released for the first time. */
  isNoRelease?: boolean
  limit: number
}

/** What happened in public, the newest first; the oldest first where one reads on from a change. Nothing of what only staff may read. */
export async function listChanges(db: Db, filter: ChangeFilter): Promise<ChangeLine[]> {
  const rows = await sql<ChangeRow>`
    select c.id as change_id, c.kind, c.reason, c.at, c.is_minor, c.effective_on, o.index_number as other,
           d.id, d.index_number, d.unit_id, d.duty_id, d.task_id, d.standing, d.published_at, ${coIssuers},
           v.title, v.summary, v.language, v.document_number
    from publishing.public_change c
    join publishing.document d on d.id = c.document_id
    join publishing.version v on v.document_id = d.id and v.number = d.published_version
    left join publishing.document o on o.id = c.other_id
    where v.audience <> 'staff' and d.standing not in ('unpublished', 'kept') and ${wanted(filter)}
    order by ${filter.after === undefined ? sql`c.id desc` : sql`c.id`} limit ${filter.limit}`.execute(using<Tables>(db))
  return rows.rows.map(asChangeLine)
}

/** The number of the last public change; 0 when there is none. */
export async function findLastChange(db: Db): Promise<number> {
  const row = await using<Tables>(db)
    .selectFrom('publishing.public_change')
    .select((one) => one.fn.max('id').as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

/** Those of some documents that a list with this filter holds now. */
export async function keepMatching(db: Db, documentIds: readonly number[], filter: Omit<PublicFilter, 'limit'>): Promise<Set<number>> {
  if (documentIds.length === 0) return new Set()
  const words = wantedWords(filter)
  const rows = await sql<{ document_id: number }>`
    select e.document_id from publishing.search_entry e
    where e.document_id = any(${[...documentIds]}::bigint[]) and ${isOpen}
      and ${words === undefined ? sql`true` : sql`e.words @@ ${words}::tsquery`}`.execute(using<Tables>(db))
  return new Set(rows.rows.map((row) => Number(row.document_id)))
}

/** Which of these queries a text answers that may not stand in the public index any more. */
export async function matchVector(db: Db, vector: string, queries: readonly string[]): Promise<boolean[]> {
  const rows = await sql<{ hit: boolean }>`
    select ${vector}::tsvector @@ query::tsquery as hit
    from unnest(${[...queries]}::text[]) with ordinality as asked (query, nth) order by nth`.execute(using<Tables>(db))
  return rows.rows.map((row) => row.hit)
}

type ChangeRow = Omit<PublicRow, 'published_on'> & {
  change_id: number
  kind: PublicKind
  reason: string
  at: Date
  is_minor: boolean
  effective_on: string | null
  other: string | null
}

function wanted({ after, before, since, unitIds, dutyIds, isNoRelease, ids }: ChangeFilter) {
  const parts = [sql`true`]
  if (after !== undefined) parts.push(sql`c.id > ${after}`)
  if (before !== undefined) parts.push(sql`c.id < ${before}`)
  if (since !== undefined) parts.push(sql`c.at >= ${since}`)
  if (ids !== undefined) parts.push(sql`c.id = any(${[...ids]}::bigint[])`)
  if (unitIds !== undefined) parts.push(sql`d.unit_id = any(${[...unitIds]}::bigint[])`)
  if (dutyIds !== undefined) parts.push(sql`d.duty_id = any(${[...dutyIds]}::bigint[])`)
  if (isNoRelease === true) parts.push(sql`c.kind <> 'released'`)
  return sql.join(parts, sql` and `)
}

function asChangeLine(row: ChangeRow): ChangeLine {
  return {
    ...asLine({ ...row, published_on: dayOf(row.published_at) }),
    changeId: Number(row.change_id),
    kind: row.kind,
    reason: row.reason,
    at: row.at,
    isMinor: row.is_minor,
    effectiveOn: row.effective_on === null ? undefined : asDay(row.effective_on),
    other: row.other ?? undefined,
  }
}
