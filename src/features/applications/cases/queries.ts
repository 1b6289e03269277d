import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Projection, StoredApplication } from './application.ts'
import { asApplication, openColumns, type OpenRow } from './queries-row.ts'

/** The next number of a unit's register of a year; holds the register until the transaction ends, so that no number is left out. */
export async function takeSerial(db: Db, unitId: number, year: number): Promise<number> {
  const row = await using<Tables>(db)
    .insertInto('applications.serial')
    .values({ unit_id: unitId, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['unit_id', 'year']).doUpdateSet({ last: sql<number>`serial.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

export interface NewRow {
  ref: string
  unitId: number
  year: number
  serial: number
  number: string
  edition: string
  kind: string
  channel: string
  language: string
  applicantKind: string
  sealed: Buffer
  sealedHash: Buffer
  maskedName: string
  maskedContact: string
  idHash: Buffer | null
  personHash: Buffer | null
  isMailed: boolean
  wanted: string
  documentHint: string
  reason: string
  formWanted: string
  wayWanted: string
  arrivedOn: Day
  confirmedOn: Day | null
  typedAt: Date
  typedBy: number | null
  formKey: string
  formHash: string
  codeHash: string
  promisedOn: Day | null
}

/** Writes a new case with what lists keep of it; undefined where its form made one before, also at this very moment. */
export async function insertApplication(db: Db, row: NewRow, projection: Projection): Promise<SavedCase | undefined> {
  const saved = await using<Tables>(db)
    .insertInto('applications.application')
    .values({
      ...{ ref: row.ref, unit_id: row.unitId, year: row.year, serial: row.serial, number: row.number, edition: row.edition },
      ...{ kind: row.kind, channel: row.channel, language: row.language, applicant_kind: row.applicantKind, sealed: row.sealed },
      ...{ sealed_hash: row.sealedHash, masked_name: row.maskedName, masked_contact: row.maskedContact, id_hash: row.idHash },
      ...{ person_hash: row.personHash, is_mailed: row.isMailed, wanted: row.wanted, document_hint: row.documentHint, reason: row.reason },
      ...{ form_wanted: row.formWanted, way_wanted: row.wayWanted, arrived_on: row.arrivedOn, confirmed_on: row.confirmedOn },
      ...{ typed_at: row.typedAt, typed_by: row.typedBy, form_key: row.formKey, form_hash: row.formHash, code_hash: row.codeHash },
      ...{ ...projected(projection), promised_on: row.promisedOn },
    })
    .onConflict((conflict) => conflict.column('form_key').doNothing())
    .returning(openColumns)
    .executeTakeFirst()
  return saved && asSaved(saved)
}

export async function findByRef(db: Db, ref: string): Promise<StoredApplication | undefined> {
  return (await findWithPromise(db, ref))?.application
}

export async function findById(db: Db, id: number): Promise<StoredApplication | undefined> {
  const row = await using<Tables>(db).selectFrom('applications.application').select(openColumns).where('id', '=', id).executeTakeFirst()
  return row && asApplication(row)
}

/** A case, and its unit's own promise in working days where it made one. */
export interface PromisedCase {
  application: StoredApplication
  promiseDays: number | undefined
}

/** A case by its address, locked until the transaction ends. */
export function lockByRef(db: Db, ref: string): Promise<PromisedCase | undefined> {
  return findWithPromise(db, ref, { isLocked: true })
}

/** Locks cases until the transaction ends, in one order for everybody. */
export async function lockByIds(db: Db, ids: readonly number[]): Promise<void> {
  await using<Tables>(db)
    .selectFrom('applications.application')
    .select('id')
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

/** A case by its address with the promise, not locked. */
export async function findWithPromise(db: Db, ref: string, { isLocked = false } = {}): Promise<PromisedCase | undefined> {
  if (!isRef(ref)) return undefined
  const row = await using<Tables>(db)
    .selectFrom('applications.application as application')
    .select(openColumns)
    .select((eb) =>
      eb
        .selectFrom('applications.counter as counter')
        .select('counter.promise_days')
        .whereRef('counter.unit_id', '=', 'application.unit_id')
        .as('promise_days'),
    )
    .where('ref', '=', ref)
    .$if(isLocked, (query) => query.forNoKeyUpdate())
    .executeTakeFirst()
  return row && { application: asApplication(row), promiseDays: row.promise_days ?? undefined }
}

/** What the same form made before: the case, and the hash of what it said. */
export async function findByForm(db: Db, formKey: string): Promise<{ id: number; ref: string; formHash: string } | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('applications.application')
    .select(['id', 'ref', 'form_hash'])
    .where('form_key', '=', formKey)
    .executeTakeFirst()
  return row && { id: row.id, ref: row.ref, formHash: row.form_hash }
}

/** What can change of a case in the course of its handling: never what was asked, or when it was typed. */
export type Handling = Pick<
  StoredApplication,
  'edition' | 'confirmedOn' | 'arrivedOn' | 'promisedOn' | 'leaf' | 'handlerId' | 'handledIn' | 'innerDueOn'
>

/** A case as it was just saved, with the keyed hash of who asked in hex; '' once erased. */
export interface SavedCase {
  application: StoredApplication
  who: string
}

/** Saves what lists keep of a case, and answers what is stored now. Throws where there is no such case. */
export async function saveProjection(db: Db, id: number, projection: Projection, handling: Handling): Promise<SavedCase> {
  const row = await using<Tables>(db)
    .updateTable('applications.application')
    .set({
      ...projected(projection),
      ...{ confirmed_on: handling.confirmedOn ?? null, arrived_on: handling.arrivedOn, promised_on: handling.promisedOn ?? null },
      edition: handling.edition,
      ...{ leaf: handling.leaf, handler_id: handling.handlerId ?? null, handled_in: handling.handledIn ?? null },
      inner_due_on: handling.innerDueOn ?? null,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .returning(openColumns)
    .executeTakeFirstOrThrow()
  return asSaved(row)
}

function projected({ state, receivedOn, baseDueOn, dueOn, isProvisional, waitsUntil, endedOn, isInTime }: Projection) {
  return {
    ...{ state, received_on: receivedOn ?? null, base_due_on: baseDueOn ?? null, due_on: dueOn ?? null, is_provisional: isProvisional },
    ...{ waits_until: waitsUntil ?? null, ended_on: endedOn ?? null, is_in_time: isInTime ?? null },
  }
}

function asSaved(row: OpenRow): SavedCase {
  return { application: asApplication(row), who: row.sealed_hash?.toString('hex') ?? '' }
}

/** Who asked, under seal, and the keyed hash that the record vouches for; both absent once erased. */
export async function findSealed(db: Db, id: number): Promise<{ sealed: Buffer; hash: Buffer } | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('applications.application')
    .select(['sealed', 'sealed_hash'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.sealed && row.sealed_hash ? { sealed: row.sealed, hash: row.sealed_hash } : undefined
}

export async function listApplicationIds(db: Db): Promise<number[]> {
  const rows = await using<Tables>(db).selectFrom('applications.application').select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}

export function isRef(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
