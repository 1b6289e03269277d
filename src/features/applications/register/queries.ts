import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { CaseLine } from './line.ts'
import { isNumberLike, mostSearched, orderOf, type CaseKey, type Listing } from './listing.ts'
import { asLine, columns, dueKey, orders, type LineRow } from './queries-lines.ts'

/** A list within the units that somebody reaches. */
export interface CaseQuestion extends Pick<
  Listing,
  'view' | 'channel' | 'kind' | 'leaf' | 'year' | 'ended' | 'timing' | 'extended' | 'text'
> {
  /** The units that somebody reaches; `all` where there are no others. */
  unitIds: readonly number[] | 'all'
  personId: number
  today: Day
  /** The last day of this week. */
  weekEndsOn: Day
}

const mostCounted = 10_000

/** Lines of a list, from a place on. The nearest due day first, what has none last; ended ones by number, the newest first. */
export async function listCases(db: Db, question: CaseQuestion, page: { after?: CaseKey | undefined; limit: number }): Promise<CaseLine[]> {
  const order = orders[orderOf(question.view)]
  // Words are looked for in a bounded part of the list; anything else is found by an index.
  const { rows } = isByWords(question)
    ? await sql<LineRow>`
        select ${columns} from (${candidates(question, page.after, mostSearched)}) a where ${wordsIn(question)}
        order by ${order.by} limit ${page.limit}`.execute(using<Tables>(db))
    : await sql<LineRow>`
        select ${columns} from applications.application a where ${conditions(question)} and ${behind(page.after)}
        order by ${order.by} limit ${page.limit}`.execute(using<Tables>(db))
  return rows.map(asLine)
}

/** Where a search by words stopped looking; undefined where it looked at everything. */
export async function findSearchedUntil(db: Db, question: CaseQuestion, after: CaseKey | undefined): Promise<CaseKey | undefined> {
  if (!isByWords(question)) return undefined
  const order = orderOf(question.view)
  const { rows } = await sql<Pick<LineRow, 'id' | 'due_on' | 'year' | 'serial'>>`
    select id, due_on, year, serial from (${candidates(question, after, mostSearched)}) a
    order by ${orders[order].by} offset ${mostSearched - 1} limit 1`.execute(using<Tables>(db))
  const last = rows[0]
  if (last === undefined) return undefined
  return order === 'due'
    ? { order, dueOn: last.due_on ?? undefined, id: Number(last.id) }
    : { order, year: last.year, serial: last.serial, id: Number(last.id) }
}

/** How many there are; `isMore`: at least so many, nobody counts further. */
export async function countCases(db: Db, question: CaseQuestion): Promise<{ count: number; isMore: boolean }> {
  const limit = isByWords(question) ? mostSearched : mostCounted + 1
  const { rows } = await sql<{ n: number; seen: number }>`
    select count(*) filter (where ${wordsIn(question)}) as n, count(*) as seen from (${candidates(question, undefined, limit)}) a`.execute(
    using<Tables>(db),
  )
  const { n, seen } = rows[0] ?? { n: 0, seen: 0 }
  return { count: Math.min(Number(n), isByWords(question) ? mostSearched : mostCounted), isMore: Number(seen) >= limit }
}

function candidates(question: CaseQuestion, after: CaseKey | undefined, limit: number): RawBuilder<unknown> {
  return sql`select a.* from applications.application a where ${conditions(question)} and ${behind(after)}
    order by ${orders[orderOf(question.view)].by} limit ${limit}`
}

function behind(after: CaseKey | undefined): RawBuilder<SqlBool> {
  if (after === undefined) return sql`true`
  if (after.order === 'number') return sql`(a.year, a.serial, a.id) < (${after.year}::int, ${after.serial}::int, ${after.id}::bigint)`
  return sql`(${dueKey}, a.id) > (${after.dueOn ?? 'infinity'}::date, ${after.id}::bigint)`
}

function conditions(question: CaseQuestion): RawBuilder<SqlBool> {
  const { channel, kind, leaf, year, ended, timing, extended, text } = question
  const parts = [inUnits(question.unitIds), inView(question)]
  if (channel !== '') parts.push(sql`a.channel = ${channel}`)
  if (kind !== '') parts.push(sql`a.applicant_kind = ${kind}`)
  if (leaf !== '') parts.push(sql`a.leaf = ${leaf} and a.leaf <> ''`)
  if (year !== '') parts.push(sql`a.year = ${Number(year)}`)
  if (ended !== '') parts.push(sql`a.ended_on between ${`${ended}-01-01`}::date and ${`${ended}-12-31`}::date`)
  if (timing !== '') parts.push(sql`a.is_in_time = ${timing === 'in-time'}`)
  if (extended === 'yes') parts.push(isExtended)
  if (isNumberLike(text)) parts.push(sql`a.number like ${`${escaped(text)}%`}`)
  return sql.join(parts, sql` and `)
}

/** One unit is found by an index in its order; many are named only where they are not all. */
function inUnits(unitIds: CaseQuestion['unitIds']): RawBuilder<SqlBool> {
  if (unitIds === 'all') return sql`true`
  return unitIds.length === 1 ? sql`a.unit_id = ${unitIds[0]}` : sql`a.unit_id = any(${unitIds}::bigint[])`
}

function inView({ view, personId, today, weekEndsOn }: CaseQuestion): RawBuilder<SqlBool> {
  if (view === 'all') return sql`true`
  if (view === 'ended') return sql`a.ended_on is not null`
  const open = sql<SqlBool>`a.ended_on is null`
  if (view === 'mine') return sql`${open} and a.handler_id = ${personId}`
  if (view === 'week') return sql`${open} and ${dueKey} between ${today}::date and ${weekEndsOn}::date`
  if (view === 'overdue') return sql`${open} and ${dueKey} < ${today}::date`
  if (view === 'waiting') return sql`${open} and ${awaitsApplicant}`
  if (view === 'consulting') return sql`${open} and ${awaitsOthers}`
  if (view === 'unconfirmed') return sql`${open} and a.state = 'unconfirmed'`
  return open
}

const awaitsApplicant = sql<SqlBool>`a.state in ('awaiting-supplement', 'awaiting-payment')`
/** The clock runs, and stands still until an answer comes. */
const awaitsOthers = sql<SqlBool>`(a.state = 'running' and (a.waits_until is not null or a.due_on is null))`

/** The term of a case was extended, and the extension was not struck. */
const isExtended = sql<SqlBool>`exists (select from applications.event e where e.application_id = a.id and e.kind = 'extended'
  and not exists (select from applications.event s where s.application_id = a.id and s.kind = 'struck' and s.fields->>'event' = e.id::text))`

function isByWords({ text }: CaseQuestion): boolean {
  return text !== '' && !isNumberLike(text)
}

function wordsIn(question: CaseQuestion): RawBuilder<SqlBool> {
  if (!isByWords(question)) return sql`true`
  const pattern = `%${escaped(question.text)}%`
  return sql`(a.wanted ilike ${pattern} or a.document_hint ilike ${pattern})`
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
