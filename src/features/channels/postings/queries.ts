import { sql, type Selectable } from 'kysely'
import { asDay, type Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Posting } from './posting.ts'

export interface PostingFilter {
  ids?: readonly number[]
  carrierIds?: readonly number[]
  documentIds?: readonly number[]
  /** Put up from one day to another, both included. */
  from?: Day
  until?: Day
  /** Only what hangs there still. */
  isHanging?: boolean
  limit: number
}

/** What was put up, the newest first. */
export async function listPostings(db: Db, filter: PostingFilter): Promise<Posting[]> {
  let query = using<Tables>(db)
    .selectFrom('channels.posting')
    .selectAll()
    .orderBy('posted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit)
  if (filter.ids !== undefined) query = query.where('id', 'in', [0, ...filter.ids])
  if (filter.carrierIds !== undefined) query = query.where('carrier_id', 'in', [0, ...filter.carrierIds])
  if (filter.documentIds !== undefined) query = query.where('document_id', 'in', [0, ...filter.documentIds])
  if (filter.from !== undefined) query = query.where('posted_at', '>=', startOf(filter.from))
  if (filter.until !== undefined) query = query.where('posted_at', '<', sql<Date>`${startOf(filter.until)} + interval '1 day'`)
  if (filter.isHanging === true) query = query.where('taken_down_on', 'is', null)
  return (await query.execute()).map(asPosting)
}

/** Every posting, oldest first, for the record. */
export async function listEveryPosting(db: Db): Promise<Posting[]> {
  return (await using<Tables>(db).selectFrom('channels.posting').selectAll().orderBy('id').execute()).map(asPosting)
}

export async function findPosting(db: Db, id: number): Promise<Posting | undefined> {
  const row = await using<Tables>(db).selectFrom('channels.posting').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asPosting(row)
}

export async function lockPosting(db: Db, id: number): Promise<Posting | undefined> {
  const row = await using<Tables>(db).selectFrom('channels.posting').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && asPosting(row)
}

/** What one sending of a form recorded; nothing for a form without a key. */
export async function listByForm(db: Db, carrierId: number, formKey: string): Promise<Posting[]> {
  if (formKey === '') return []
  const rows = await using<Tables>(db)
    .selectFrom('channels.posting')
    .selectAll()
    .where('carrier_id', '=', carrierId)
    .where('form_key', '=', formKey)
    .execute()
  return rows.map(asPosting)
}

export async function insertPosting(db: Db, posting: Omit<Posting, 'id'>): Promise<Posting> {
  const row = await using<Tables>(db)
    .insertInto('channels.posting')
    .values({
      carrier_id: posting.carrierId,
      document_id: posting.documentId,
      version: posting.version,
      posted_at: posting.postedAt,
      issue: posting.issue,
      page: posting.page,
      note: posting.note,
      early_reason: posting.earlyReason,
      proof: posting.proof,
      proof_type: posting.proofType,
      is_open_proof: posting.isOpenProof,
      posted_by: posting.postedBy ?? null,
      recorded_at: posting.recordedAt,
      form_key: posting.formKey,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return asPosting(row)
}

/** Notes that something hangs there no longer; the photo is no longer shown to the public either. */
export async function saveTakenDown(db: Db, id: number, on: Day, by: number | undefined): Promise<Posting> {
  const row = await using<Tables>(db)
    .updateTable('channels.posting')
    .set({ taken_down_on: on, taken_down_by: by ?? null, is_open_proof: false })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return asPosting(row)
}

/** The instant of the last change on each carrier: something was put up, or taken down. */
export async function listLastChanges(db: Db): Promise<Map<number, { at: Date; hanging: number }>> {
  const rows = await sql<{ carrier_id: number; at: Date; hanging: number }>`
    select carrier_id, greatest(max(posted_at), max(taken_down_on::timestamp at time zone 'Asia/Shanghai')) as at,
           count(*) filter (where taken_down_on is null) as hanging
    from channels.posting group by carrier_id`.execute(using<Tables>(db))
  return new Map(rows.rows.map((row) => [row.carrier_id, { at: row.at, hanging: Number(row.hanging) }]))
}

/**
 * Documents that were put up in a span of days, by what each kind of carrier counts as: a document on ten columns counts once.
 * `anywhere` counts it once whatever it hung on.
 */
export async function countPosted(
  db: Db,
  carrierIds: readonly number[],
  span: { from: Day; until: Day },
  counts: readonly { kind: string; channel: string }[],
): Promise<{ byChannel: Map<string, number>; anywhere: number }> {
  const rows = await sql<{ channel: string | null; n: number }>`
    select k.channel, count(distinct p.document_id) as n
    from channels.posting p
    join channels.carrier c on c.id = p.carrier_id
    join unnest(${counts.map((one) => one.kind)}::text[], ${counts.map((one) => one.channel)}::text[]) as k(kind, channel) on k.kind = c.kind
    where p.carrier_id = any(${[...carrierIds]}::bigint[])
      and p.posted_at >= ${startOf(span.from)} and p.posted_at < ${startOf(span.until)} + interval '1 day'
    group by grouping sets ((k.channel), ())`.execute(using<Tables>(db))
  const whole = rows.rows.find((row) => row.channel === null)
  const byChannel = new Map(rows.rows.flatMap((row) => (row.channel === null ? [] : [[row.channel, Number(row.n)] as const])))
  return { byChannel, anywhere: Number(whole?.n ?? 0) }
}

function startOf(day: Day) {
  return sql<Date>`${`${day}T00:00:00+08:00`}::timestamptz`
}

function asPosting(row: Selectable<Tables['channels.posting']>): Posting {
  return {
    id: row.id,
    carrierId: row.carrier_id,
    documentId: row.document_id,
    version: row.version,
    postedAt: row.posted_at,
    issue: row.issue,
    page: row.page,
    note: row.note,
    earlyReason: row.early_reason,
    proof: row.proof,
    proofType: row.proof_type,
    isOpenProof: row.is_open_proof,
    postedBy: row.posted_by ?? undefined,
    recordedAt: row.recorded_at,
    takenDownOn: row.taken_down_on === null ? undefined : asDay(row.taken_down_on),
    takenDownBy: row.taken_down_by ?? undefined,
    formKey: row.form_key,
  }
}
