import { sql, type Selectable } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { PublicKind } from './change.ts'
import type { Tables } from './tables.gen.ts'

/** One thing that happened to a document in public. What does not apply is absent, so that what the record fingerprinted stays the same. */
export interface PublicChange {
  kind: PublicKind
  reason: string
  at: Date
  /** The version that came with it. */
  version?: number
  /** A slip of the pen was put right: the history has it, nobody is written to. */
  isMinor?: true
  /** The versions before it are not shown any more. */
  hidesEarlier?: true
  /** The day from which the document no longer holds. */
  effectiveOn?: Day
  /** The document that took its place, or that it went into. */
  otherId?: number
}

export async function insertPublicChange(db: Db, documentId: number, change: PublicChange): Promise<void> {
  await using<Tables>(db)
    .insertInto('publishing.public_change')
    .values({
      document_id: documentId,
      kind: change.kind,
      reason: change.reason,
      at: change.at,
      version: change.version ?? null,
      is_minor: change.isMinor ?? false,
      hides_earlier: change.hidesEarlier ?? false,
      effective_on: change.effectiveOn ?? null,
      other_id: change.otherId ?? null,
    })
    .execute()
}

/** What happened to a document in public, oldest first. */
export async function listPublicChanges(db: Db, documentId: number): Promise<PublicChange[]> {
  const rows = await using<Tables>(db)
    .selectFrom('publishing.public_change')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('id')
    .execute()
  return rows.map(asChange)
}

/** Makes everybody else who moves addresses wait: two of them at once could close a circle that neither sees. */
export async function holdRedirects(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('publishing.redirects', 0))`.execute(using<Tables>(db))
}

/** The ids that follow when one goes from replacement to replacement, the start first. */
export async function listLedTo(db: Db, startId: number): Promise<number[]> {
  const rows = await sql<{ id: number }>`
    with recursive path as (
      select id, replaced_by, 1 as step from publishing.document where id = ${startId}
      union all
      select d.id, d.replaced_by, p.step + 1 from path p join publishing.document d on d.id = p.replaced_by
    ) cycle id set is_circle using ids
    select id from path where not is_circle order by step`.execute(using<Tables>(db))
  return rows.rows.map((row) => Number(row.id))
}

function asChange(row: Selectable<Tables['publishing.public_change']>): PublicChange {
  return {
    kind: row.kind as PublicKind,
    reason: row.reason,
    at: row.at,
    ...(row.version === null ? {} : { version: row.version }),
    ...(row.is_minor ? { isMinor: true as const } : {}),
    ...(row.hides_earlier ? { hidesEarlier: true as const } : {}),
    ...(row.effective_on === null ? {} : { effectiveOn: asDay(row.effective_on) }),
    ...(row.other_id === null ? {} : { otherId: row.other_id }),
  }
}
