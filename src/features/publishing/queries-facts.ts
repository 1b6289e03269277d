import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { countGroups, using, type Db } from '../../platform/database/index.ts'
import type { GroupedCounts, Grouping, Scope } from '../../platform/facts.ts'
import type { DocumentFilter, DocumentStand } from './filter.ts'
import type { Tables } from './tables.gen.ts'

/** A document as a figure lists it. */
export interface CountedDocument {
  id: number
  unitId: number
  indexNumber: string
  title: string
  /** The day on account of which it counts; undefined where it has none, such as what was corrected and is no more. */
  on?: Day | undefined
  isPublic: boolean
}

/** How many documents each filter lets through. */
export async function countFacts(db: Db, scope: Scope, filters: readonly DocumentFilter[], by: Grouping): Promise<GroupedCounts> {
  const days = filters.map(({ stand }) => countsOn(scope, stand))
  const isApart = filters.map(({ stand, genres }) => genres !== undefined || !plainStands.includes(stand))
  const rows = sql`from publishing.document d where ${inScope(scope)}`
  // Nothing is released before it is entered.
  const nearby = sql<SqlBool>`(d.published_at is null or d.published_at >= ${firstOf(scope)})`
  const counting = { rows, filters: filters.map((one) => counted(scope, one)), unit: sql`d.unit_id`, days, isApart, nearby, isClose: true }
  return countGroups(using<Tables>(db), counting, by)
}

/** The ids of the same documents, in order. */
export async function listFactIds(db: Db, scope: Scope, filter: DocumentFilter): Promise<number[]> {
  const { rows } = await sql<{ ids: number[] | null }>`
    select array_agg(d.id order by d.id) as ids from publishing.document d where ${inScope(scope)} and ${counted(scope, filter)}`.execute(
    using<Tables>(db),
  )
  return (rows[0]?.ids ?? []).map(Number)
}

/** The same documents as lines, after an id. */
export function listFactLines(db: Db, scope: Scope, filter: DocumentFilter, after: number, limit: number): Promise<CountedDocument[]> {
  return readLines(db, scope, filter, sql`${inScope(scope)} and ${counted(scope, filter)} and d.id > ${after} order by d.id limit ${limit}`)
}

/** Documents by their ids, whether the filter lets them through or not. */
export function listFactsByIds(db: Db, scope: Scope, filter: DocumentFilter, ids: readonly number[]): Promise<CountedDocument[]> {
  return readLines(db, scope, filter, sql`d.id = any(${ids}::bigint[])`)
}

async function readLines(db: Db, scope: Scope, filter: DocumentFilter, which: RawBuilder<unknown>): Promise<CountedDocument[]> {
  const { rows } = await sql<{ id: number; unit_id: number; index_number: string; title: string; on: string | null; is_public: boolean }>`
    with found as (select d.* from publishing.document d where ${which})
    select d.id, d.unit_id, d.index_number, v.title, ${countsOn(scope, filter.stand)} as on,
           exists (select from publishing.search_entry e where e.document_id = d.id and e.audience <> 'staff') as is_public
    from found d join publishing.version v on v.document_id = d.id and v.number = coalesce(d.published_version, d.current_version)
    order by d.id`.execute(using<Tables>(db))
  return rows.map((row) => ({
    ...{ id: Number(row.id), unitId: Number(row.unit_id), indexNumber: row.index_number, title: row.title },
    ...{ on: row.on === null ? undefined : asDay(row.on), isPublic: row.is_public },
  }))
}

/** The units of a scope that released anything in its period, co-issued texts not counted. */
export async function listReleasingUnits(db: Db, scope: Scope): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select u.id from unnest(${scope.unitIds}::bigint[]) as u (id)
    where exists (select from publishing.document d where d.unit_id = u.id and ${standing(scope, 'released')}) order by 1`.execute(
    using<Tables>(db),
  )
  return rows.map((row) => Number(row.id))
}

/** Which of some lines units of a scope have released anything under up to its last day, whatever became of it. */
export async function listLinesReleasedUnder(db: Db, scope: Scope, lineIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select l.id from unnest(${lineIds}::bigint[]) as l (id)
    where exists (select from publishing.document d where d.duty_id = l.id and ${inScope(scope)} and d.published_at < ${endOf(scope)})`.execute(
    using<Tables>(db),
  )
  return rows.map((row) => Number(row.id))
}

// Civil days of the city: an instant late in the evening belongs to the day that its clocks show.
const dayOf = (instant: string): RawBuilder<string> => sql.raw(`(${instant} at time zone 'Asia/Shanghai')::date`)
const startOf = (day: RawBuilder<unknown>): RawBuilder<unknown> => sql`(${day})::timestamp at time zone 'Asia/Shanghai'`

/** What the row of a document itself tells. */
const plainStands: readonly DocumentStand[] = ['entered', 'reviewed', 'waiting', 'released']

/** What is counted whoever may read it; everything else is what the public got. */
const forAnybody: readonly DocumentStand[] = ['entered', 'reviewed', 'waiting']

/** The day on account of which a document counts: what was changed twice in the period counts once, on the later day. */
function countsOn(scope: Scope, stand: DocumentStand): RawBuilder<unknown> {
  const changedOn = (kind: string) => sql`(select max(${dayOf('c.at')}) from publishing.public_change c
    where c.document_id = d.id and c.kind = ${kind} and c.at >= ${firstOf(scope)} and c.at < ${endOf(scope)})`
  switch (stand) {
    case 'entered':
    case 'reviewed':
    case 'waiting':
      return dayOf('d.created_at')
    case 'released':
    case 'in-force':
      return dayOf('d.published_at')
    case 'corrected':
      return changedOn('corrected')
    case 'repealed':
      return changedOn('cancelled')
    case 'issued':
      return issuedOn
  }
}

const firstOf = ({ from }: Scope): RawBuilder<unknown> => startOf(sql`${from}::date`)
const endOf = ({ until, cutOff }: Scope): RawBuilder<unknown> => startOf(sql`least(${until}::date, ${cutOff}::date) + 1`)

/** The day of the text itself; of one without, that of its release. */
const issuedOn = sql`coalesce((select v.formed_on from publishing.version v
  where v.document_id = d.id and v.number = coalesce(d.published_version, d.current_version)), ${dayOf('d.published_at')})`

function inScope({ unitIds }: Scope): RawBuilder<SqlBool> {
  return sql`d.unit_id = any(${unitIds}::bigint[])`
}

function counted(scope: Scope, { stand, dutyIds, genres }: DocumentFilter): RawBuilder<SqlBool> {
  return sql`${standing(scope, stand)}
    and ${dutyIds === undefined ? sql`true` : sql`d.duty_id = any(${dutyIds}::bigint[])`}
    and ${genres === undefined ? sql`true` : sql`${readText} and v.genre = any(${genres}::text[]))`}`
}

const readText = sql`exists (select from publishing.version v
  where v.document_id = d.id and v.number = coalesce(d.published_version, d.current_version)`

function standing(scope: Scope, stand: DocumentStand): RawBuilder<SqlBool> {
  return forAnybody.includes(stand) ? reached(scope, stand) : sql`not d.is_for_staff and ${reached(scope, stand)}`
}

function reached(scope: Scope, stand: DocumentStand): RawBuilder<SqlBool> {
  const { from, until, cutOff } = scope
  const [first, end] = [firstOf(scope), endOf(scope)]
  const known = startOf(sql`${cutOff}::date + 1`)
  const entered = sql<SqlBool>`d.created_at >= ${first} and d.created_at < ${end} and d.stage <> 'dropped' and d.standing <> 'kept'`
  const changed = (...kinds: string[]) => sql`exists (select from publishing.public_change c where c.document_id = d.id
    and c.kind = any(${kinds}::text[]) and c.at < ${end}`
  switch (stand) {
    case 'entered':
      return entered
    case 'reviewed':
      return sql`${entered} and d.published_at < ${known}`
    case 'waiting':
      return sql`${entered} and (d.published_at is null or d.published_at >= ${known})`
    case 'released':
      return sql`d.published_at >= ${first} and d.published_at < ${end}`
    case 'corrected':
      return sql`${changed('corrected')} and c.at >= ${first})`
    case 'issued':
      return sql`d.published_at < ${known} and ${issuedOn} between ${from}::date and least(${until}::date, ${cutOff}::date)`
    case 'repealed':
      return sql`${changed('cancelled')} and c.at >= ${first})`
    case 'in-force':
      return sql`d.published_at < ${end} and ${lastStandIn(end)} in ('released', 'reinstated')
        and ${readText} and (v.valid_until is null or v.valid_until >= least(${until}::date, ${cutOff}::date)))`
  }
}

/** What last became of a document in public before an instant; corrections and mergers into it leave it standing. */
function lastStandIn(end: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((select c.kind from publishing.public_change c where c.document_id = d.id and c.at < ${end}
    and c.kind not in ('corrected', 'changed', 'absorbed') order by c.id desc limit 1), 'released')`
}
