import type { Selectable } from 'kysely'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Candidate, CandidateState, RefuseReason } from './candidate.ts'

type Row = Omit<Selectable<Tables['applications.candidate']>, 'sealed'>

const columns = [
  ...(['id', 'unit_id', 'sha256', 'size_bytes', 'masked_from', 'is_automatic', 'arrived_at', 'state'] as const),
  ...(['application_id', 'reason', 'decided_by'] as const),
] as const

function asCandidate(row: Row): Candidate {
  return {
    ...{ id: row.id, unitId: row.unit_id, sha256: row.sha256, sizeBytes: row.size_bytes, maskedFrom: row.masked_from },
    ...{ isAutomatic: row.is_automatic, arrivedAt: row.arrived_at, state: row.state as CandidateState },
    ...{ reason: row.reason as RefuseReason | '' },
    ...(row.application_id !== null && { applicationId: row.application_id }),
    ...(row.decided_by !== null && { decidedBy: row.decided_by }),
  }
}

/** A letter that has just come. */
export type NewCandidate = Pick<Candidate, 'unitId' | 'sha256' | 'sizeBytes' | 'maskedFrom' | 'isAutomatic' | 'arrivedAt'> & {
  sealed: Buffer
}

/** Keeps a letter; undefined where the unit has, or had, the very same. */
export async function insertCandidate(db: Db, one: NewCandidate): Promise<Candidate | undefined> {
  const row = await using<Tables>(db)
    .insertInto('applications.candidate')
    .values({
      ...{ unit_id: one.unitId, sealed: one.sealed, sha256: one.sha256, size_bytes: one.sizeBytes, masked_from: one.maskedFrom },
      ...{ is_automatic: one.isAutomatic, arrived_at: one.arrivedAt },
    })
    .onConflict((conflict) => conflict.columns(['unit_id', 'sha256']).doNothing())
    .returning(columns)
    .executeTakeFirst()
  return row && asCandidate(row)
}

export async function hasCandidate(db: Db, unitId: number, sha256: string): Promise<boolean> {
  const row = await using<Tables>(db)
    .selectFrom('applications.candidate')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row !== undefined
}

export async function findCandidate(db: Db, id: number): Promise<Candidate | undefined> {
  const row = await using<Tables>(db).selectFrom('applications.candidate').select(columns).where('id', '=', id).executeTakeFirst()
  return row && asCandidate(row)
}

/** The same, held until the transaction ends: a letter is decided once. */
export async function lockCandidate(db: Db, id: number): Promise<Candidate | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('applications.candidate')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && asCandidate(row)
}

/** The sealed mail of a letter that waits; undefined once it was decided. */
export async function findSealedMail(db: Db, id: number): Promise<Buffer | undefined> {
  const row = await using<Tables>(db).selectFrom('applications.candidate').select('sealed').where('id', '=', id).executeTakeFirst()
  return row?.sealed ?? undefined
}

/** Letters of these units that wait, the oldest first: those of people, or those that machines seem to have written. */
export async function listWaiting(db: Db, unitIds: readonly number[], isAutomatic: boolean, limit: number): Promise<Candidate[]> {
  if (unitIds.length === 0) return []
  const rows = await using<Tables>(db)
    .selectFrom('applications.candidate')
    .select(columns)
    .where('unit_id', 'in', unitIds)
    .where('state', '=', 'waiting')
    .where('is_automatic', '=', isAutomatic)
    .orderBy('arrived_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(asCandidate)
}

/** How many letters of people wait in each of these units, and since when; units where none does are left out. */
export async function listWaitingByUnit(db: Db, unitIds: readonly number[]): Promise<{ unitId: number; count: number; since: Date }[]> {
  if (unitIds.length === 0) return []
  const rows = await using<Tables>(db)
    .selectFrom('applications.candidate')
    .select((eb) => ['unit_id', eb.fn.countAll<number>().as('n'), eb.fn.min('arrived_at').as('since')])
    .where('unit_id', 'in', unitIds)
    .where('state', '=', 'waiting')
    .where('is_automatic', '=', false)
    .groupBy('unit_id')
    .execute()
  return rows.map((row) => ({ unitId: row.unit_id, count: Number(row.n), since: new Date(row.since) }))
}

/** How many letters of people wait in these units. */
export async function countWaitingMails(db: Db, unitIds: readonly number[]): Promise<number> {
  return (await listWaitingByUnit(db, unitIds)).reduce((sum, { count }) => sum + count, 0)
}

/** What somebody decided about a letter. */
export interface Decided {
  state: 'accepted' | 'refused'
  applicationId?: number
  reason?: RefuseReason
  decidedBy: number
}

/** Notes the decision and forgets the mail: without the sealed bytes nothing is left of it here. */
export async function decideCandidate(db: Db, id: number, { state, applicationId, reason, decidedBy }: Decided): Promise<Candidate> {
  const row = await using<Tables>(db)
    .updateTable('applications.candidate')
    .set({ state, application_id: applicationId ?? null, reason: reason ?? '', decided_by: decidedBy, sealed: null, masked_from: '' })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()
  return asCandidate(row)
}

/** Every letter after one, in order: the record vouches for them. */
export async function listCandidates(db: Db, after: number, limit: number): Promise<Candidate[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.candidate')
    .select(columns)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(asCandidate)
}

/** Sealed mails after a row, in order, for a rotation of keys. */
export async function listSealedMails(
  db: Db,
  after: number,
  limit: number,
): Promise<{ id: number; unitId: number; sha256: string; sealed: Buffer }[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.candidate')
    .select(['id', 'unit_id', 'sha256', 'sealed'])
    .where('id', '>', after)
    .where('sealed', 'is not', null)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.flatMap(({ id, unit_id, sha256, sealed }) => (sealed === null ? [] : [{ id, unitId: unit_id, sha256, sealed }]))
}

/** Puts a newly wrapped seal in the place of the old one, unless the letter was decided meanwhile. */
export async function saveRewrappedMail(db: Db, id: number, was: Buffer, sealed: Buffer): Promise<boolean> {
  const result = await using<Tables>(db)
    .updateTable('applications.candidate')
    .set({ sealed })
    .where('id', '=', id)
    .where('sealed', '=', was)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
