import type { Selectable } from 'kysely'
import { using, type Db } from '../../platform/database/index.ts'
import type { RumourMove, RumourState, Verdict } from './rumour.ts'
import type { Tables } from './tables.gen.ts'

export interface StoredRumour {
  id: number
  unitId: number
  state: RumourState
  /** What circulates, in its own words. */
  claim: string
  /** Where it was seen. */
  place: string
  reporter: string
  isMajor: boolean
  verdict?: Verdict
  finding: string
  documentId?: number
  briefedAt?: Date
  closeReason: string
  reportedAt: Date
  registeredBy: number
  registeredAt: Date
}

export interface RumourStep {
  move: RumourMove | 'report'
  words: string
  byId: number
  at: Date
}

export async function insertRumour(
  db: Db,
  rumour: Pick<StoredRumour, 'unitId' | 'claim' | 'place' | 'reporter' | 'isMajor' | 'reportedAt' | 'registeredBy' | 'registeredAt'>,
  formKey: string,
): Promise<number> {
  const row = await using<Tables>(db)
    .insertInto('clarifications.rumour')
    .values({
      unit_id: rumour.unitId,
      state: 'reported',
      claim: rumour.claim,
      seen_at_place: rumour.place,
      reporter: rumour.reporter,
      is_major: rumour.isMajor,
      reported_at: rumour.reportedAt,
      registered_by: rumour.registeredBy,
      registered_at: rumour.registeredAt,
      form_key: formKey,
    })
    .onConflict((conflict) => conflict.column('form_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? 0
}

/** What the same form registered before. */
export async function findByForm(db: Db, formKey: string): Promise<number | undefined> {
  const row = await using<Tables>(db).selectFrom('clarifications.rumour').select('id').where('form_key', '=', formKey).executeTakeFirst()
  return row?.id
}

export async function findRumour(db: Db, id: number): Promise<StoredRumour | undefined> {
  const row = await using<Tables>(db).selectFrom('clarifications.rumour').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asRumour(row)
}

export async function lockRumour(db: Db, id: number): Promise<StoredRumour | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('clarifications.rumour')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && asRumour(row)
}

/** What can change of it: never what was reported, or when. */
export async function saveRumour(db: Db, rumour: StoredRumour): Promise<void> {
  await using<Tables>(db)
    .updateTable('clarifications.rumour')
    .set({
      unit_id: rumour.unitId,
      state: rumour.state,
      is_major: rumour.isMajor,
      verdict: rumour.verdict ?? null,
      finding: rumour.finding,
      document_id: rumour.documentId ?? null,
      briefed_at: rumour.briefedAt ?? null,
      close_reason: rumour.closeReason,
    })
    .where('id', '=', rumour.id)
    .execute()
}

export async function insertRumourStep(db: Db, rumourId: number, step: RumourStep): Promise<void> {
  const { move, words, byId, at } = step
  await using<Tables>(db).insertInto('clarifications.step').values({ rumour_id: rumourId, move, words, by_id: byId, at }).execute()
}

export async function listRumourSteps(db: Db, rumourId: number): Promise<RumourStep[]> {
  const rows = await using<Tables>(db)
    .selectFrom('clarifications.step')
    .selectAll()
    .where('rumour_id', '=', rumourId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ move: row.move as RumourStep['move'], words: row.words, byId: row.by_id, at: row.at }))
}

/** What these units have registered, the newest first. */
export async function listRumours(db: Db, unitIds: readonly number[], limit: number): Promise<StoredRumour[]> {
  if (unitIds.length === 0) return []
  const rows = await using<Tables>(db)
    .selectFrom('clarifications.rumour')
    .selectAll()
    .where('unit_id', 'in', unitIds)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(asRumour)
}

/** What was answered, the newest first: whether the answer is out is its document's matter. */
export async function listAnswered(db: Db, limit: number): Promise<StoredRumour[]> {
  const rows = await using<Tables>(db)
    .selectFrom('clarifications.rumour')
    .selectAll()
    .where('state', '=', 'answered')
    .where('document_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(asRumour)
}

export async function listRumourIds(db: Db): Promise<number[]> {
  return (await using<Tables>(db).selectFrom('clarifications.rumour').select('id').orderBy('id').execute()).map((row) => row.id)
}

function asRumour(row: Selectable<Tables['clarifications.rumour']>): StoredRumour {
  return {
    id: row.id,
    unitId: row.unit_id,
    state: row.state as RumourState,
    claim: row.claim,
    place: row.seen_at_place,
    reporter: row.reporter,
    isMajor: row.is_major,
    ...(row.verdict === null ? {} : { verdict: row.verdict as Verdict }),
    finding: row.finding,
    ...(row.document_id === null ? {} : { documentId: row.document_id }),
    ...(row.briefed_at === null ? {} : { briefedAt: row.briefed_at }),
    closeReason: row.close_reason,
    reportedAt: row.reported_at,
    registeredBy: row.registered_by,
    registeredAt: row.registered_at,
  }
}
