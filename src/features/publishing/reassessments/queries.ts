import { sql } from 'kysely'
import { asDay, dayOf, type Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { SecrecyLevel } from '../situation.ts'
import type { Reassessment, ReassessmentOutcome } from './reassessment.ts'

export async function insertReassessment(db: Db, documentId: number, one: Reassessment): Promise<void> {
  await using<Tables>(db)
    .insertInto('publishing.reassessment')
    .values({
      document_id: documentId,
      outcome: one.outcome,
      ground: one.ground,
      reason: one.reason,
      until_on: one.untilOn ?? null,
      by_id: one.byId,
      at: one.at,
    })
    .execute()
}

/** How a kept document was assessed again, oldest first. */
export async function listReassessments(db: Db, documentId: number): Promise<Reassessment[]> {
  const rows = await using<Tables>(db)
    .selectFrom('publishing.reassessment')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    outcome: row.outcome as ReassessmentOutcome,
    ground: row.ground,
    reason: row.reason,
    ...(row.until_on === null ? {} : { untilOn: asDay(row.until_on) }),
    byId: row.by_id,
    at: row.at,
  }))
}

/** A document that is kept from the public, since when, and when it was last assessed. */
export interface KeptLine {
  id: number
  indexNumber: string
  unitId: number
  title: string
  attribute: 'on-application' | 'withheld'
  ground: string
  keptSince: Day
  lastOn?: Day
  level?: SecrecyLevel
  secretUntil?: Day
  isDeclassified: boolean
}

interface KeptRow {
  id: number
  index_number: string
  unit_id: number
  title: string
  attribute: string
  ground: string
  kept_since: Date
  last_at: Date | null
  level: string | null
  secret_until: string | null
  is_declassified: boolean
}

/** What these units keep from the public and do not prepare for publication, the longest unassessed first. */
export async function listKept(db: Db, unitIds: readonly number[], limit: number): Promise<KeptLine[]> {
  if (unitIds.length === 0) return []
  const rows = await sql<KeptRow>`
    with kept as (
      select d.id, d.index_number, d.unit_id, v.title, v.attribute, v.ground,
             (select max(s.at) from publishing.step s where s.document_id = d.id and s.move = 'sign') as kept_since,
             (select max(r.at) from publishing.reassessment r where r.document_id = d.id) as last_at,
             (select r.level from publishing.secrecy_review r where r.document_id = d.id and r.level <> '' order by r.id desc limit 1) as level,
             coalesce(
               (select r.until_on from publishing.reassessment r where r.document_id = d.id and r.outcome = 'extend' order by r.id desc limit 1),
               (select r.classified_until from publishing.secrecy_review r where r.document_id = d.id and r.level <> '' order by r.id desc limit 1)
             ) as secret_until,
             exists (select 1 from publishing.reassessment r where r.document_id = d.id and r.outcome = 'declassify') as is_declassified
      from publishing.document d
      join publishing.version v on v.document_id = d.id and v.number = d.published_version
      where d.standing = 'kept' and d.stage = 'released' and d.unit_id = any(${unitIds}::bigint[])
    )
    select * from kept where kept_since is not null order by coalesce(last_at, kept_since), id limit ${limit}`.execute(using<Tables>(db))
  return rows.rows.map((row) => ({
    id: row.id,
    indexNumber: row.index_number,
    unitId: row.unit_id,
    title: row.title,
    attribute: row.attribute as KeptLine['attribute'],
    ground: row.ground,
    keptSince: dayOf(row.kept_since),
    ...(row.last_at === null ? {} : { lastOn: dayOf(row.last_at) }),
    ...(row.level === null ? {} : { level: row.level as SecrecyLevel }),
    ...(row.secret_until === null ? {} : { secretUntil: asDay(row.secret_until) }),
    isDeclassified: row.is_declassified,
  }))
}
