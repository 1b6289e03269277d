import { sql } from 'kysely'
import { using, type Db } from '../../platform/database/index.ts'
import type { Stage } from './document.ts'
import type { Tables } from './tables.gen.ts'

/** A document that waits at a step, and since when. */
export interface WaitingLine {
  id: number
  indexNumber: string
  stage: Stage
  title: string
  /** The number of the step that brought it here: the order of the queue. */
  arrival: number
  arrivedAt: Date
  /** The last version that the person had in hand, if any. */
  seenVersion?: number
}

export interface WaitingFilter {
  places: readonly { stage: Stage; unitIds: readonly number[] }[]
  personId: number
  /** Part of a title or of an index number. */
  words?: string | undefined
  /** The queue goes on after this arrival. */
  after?: number
  limit: number
}

/** What waits at these steps in these units, the oldest arrival first. */
export async function listWaiting(db: Db, filter: WaitingFilter): Promise<WaitingLine[]> {
  const places = filter.places.filter((place) => place.unitIds.length > 0)
  if (places.length === 0) return []
  const here = places.map((place) => sql`(d.stage = ${place.stage} and d.unit_id = any(${place.unitIds as number[]}::bigint[]))`)
  const like = `%${(filter.words ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const rows = await sql<WaitingRow>`
    select d.id, d.index_number, d.stage, v.title, last.id as arrival, last.at as arrived_at,
           (select max(seen.version) from publishing.step seen where seen.document_id = d.id and seen.by_id = ${filter.personId}) as seen_version
    from publishing.document d
    join publishing.version v on v.document_id = d.id and v.number = d.current_version
    join lateral (select s.id, s.at from publishing.step s where s.document_id = d.id order by s.id desc limit 1) as last on true
    where (${sql.join(here, sql` or `)}) and last.id > ${filter.after ?? 0} and (v.title ilike ${like} or d.index_number ilike ${like})
    order by last.id limit ${filter.limit}`.execute(using<Tables>(db))
  return rows.rows.map((row) => ({
    id: row.id,
    indexNumber: row.index_number,
    stage: row.stage,
    title: row.title,
    arrival: row.arrival,
    arrivedAt: row.arrived_at,
    seenVersion: row.seen_version ?? undefined,
  }))
}

interface WaitingRow {
  id: number
  index_number: string
  stage: Stage
  title: string
  arrival: number
  arrived_at: Date
  seen_version: number | null
}
