import type { Selectable } from 'kysely'
import { asDay, type Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/** A release in an emergency, and the review that follows it. */
export interface Emergency {
  id: number
  documentId: number
  version: number
  kind: string
  reason: string
  authors: number[]
  byId: number
  at: Date
  dueOn: Day
  outcome?: 'upheld' | 'withdrawn' | 'superseded'
  opinion: string
  reviewedBy?: number
  reviewedAt?: Date
}

export async function insertEmergency(
  db: Db,
  emergency: Omit<Emergency, 'id' | 'outcome' | 'opinion' | 'reviewedBy' | 'reviewedAt'>,
): Promise<void> {
  const { documentId, version, kind, reason, authors, byId, at, dueOn } = emergency
  await using<Tables>(db)
    .insertInto('publishing.emergency')
    .values({ document_id: documentId, version, kind, reason, authors, by_id: byId, at, due_on: dueOn })
    .execute()
}

/** Ends what is open of a document's emergency; nothing happens where nothing is. */
export async function saveReviewed(
  db: Db,
  documentId: number,
  review: { outcome: NonNullable<Emergency['outcome']>; opinion: string; reviewedBy: number | undefined; reviewedAt: Date },
): Promise<void> {
  await using<Tables>(db)
    .updateTable('publishing.emergency')
    .set({
      outcome: review.outcome,
      opinion: review.opinion,
      reviewed_by: review.reviewedBy ?? null,
      reviewed_at: review.reviewedAt,
    })
    .where('document_id', '=', documentId)
    .where('outcome', 'is', null)
    .execute()
}

/** Every emergency release of a document, oldest first. */
export async function listEmergencies(db: Db, documentId: number): Promise<Emergency[]> {
  const rows = await using<Tables>(db)
    .selectFrom('publishing.emergency')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('id')
    .execute()
  return rows.map(asEmergency)
}

/** What was released in an emergency in these units and waits for its review, the first due first. */
export async function listUnreviewed(db: Db, unitIds: readonly number[], limit: number): Promise<Emergency[]> {
  if (unitIds.length === 0) return []
  const rows = await using<Tables>(db)
    .selectFrom('publishing.emergency')
    .selectAll()
    .where('outcome', 'is', null)
    .where('document_id', 'in', (query) => query.selectFrom('publishing.document').select('id').where('unit_id', 'in', unitIds))
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(asEmergency)
}

function asEmergency(row: Selectable<Tables['publishing.emergency']>): Emergency {
  return {
    id: row.id,
    documentId: row.document_id,
    version: row.version,
    kind: row.kind,
    reason: row.reason,
    authors: row.authors.map(Number),
    byId: row.by_id,
    at: row.at,
    dueOn: asDay(row.due_on),
    ...(row.outcome === null ? {} : { outcome: row.outcome as NonNullable<Emergency['outcome']> }),
    opinion: row.opinion,
    ...(row.reviewed_by === null ? {} : { reviewedBy: row.reviewed_by }),
    ...(row.reviewed_at === null ? {} : { reviewedAt: row.reviewed_at }),
  }
}
