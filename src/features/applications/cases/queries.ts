import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Projection, StoredApplication } from './application.ts'

/** Every column but the sealed one: who asked is read by `findSealed` alone. */
export const openColumns = [
  ...(['id', 'ref', 'unit_id', 'number', 'edition', 'kind', 'channel', 'language', 'applicant_kind'] as const),
  ...(['masked_name', 'masked_contact', 'is_mailed', 'sealed_hash', 'erased_on', 'wanted', 'document_hint', 'reason'] as const),
  ...(['form_wanted', 'way_wanted', 'arrived_on', 'confirmed_on', 'typed_at', 'typed_by', 'state', 'received_on'] as const),
  ...(['base_due_on', 'due_on', 'is_provisional', 'promised_on', 'waits_until', 'ended_on', 'is_in_time', 'leaf'] as const),
  ...(['handler_id', 'handled_in', 'inner_due_on', 'version'] as const),
] as const

export type OpenRow = Pick<Selectable<Tables['applications.application']>, (typeof openColumns)[number]>

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
}

/** Writes a new case; its projection follows with `saveProjection`. */
export async function insertApplication(db: Db, row: NewRow): Promise<number> {
  const { id } = await using<Tables>(db)
    .insertInto('applications.application')
    .values({
      ...{ ref: row.ref, unit_id: row.unitId, year: row.year, serial: row.serial, number: row.number, edition: row.edition },
      ...{ kind: row.kind, channel: row.channel, language: row.language, applicant_kind: row.applicantKind, sealed: row.sealed },
      ...{ sealed_hash: row.sealedHash, masked_name: row.maskedName, masked_contact: row.maskedContact, id_hash: row.idHash },
      ...{ person_hash: row.personHash, is_mailed: row.isMailed, wanted: row.wanted, document_hint: row.documentHint, reason: row.reason },
      ...{ form_wanted: row.formWanted, way_wanted: row.wayWanted, arrived_on: row.arrivedOn, confirmed_on: row.confirmedOn },
      ...{ typed_at: row.typedAt, typed_by: row.typedBy, form_key: row.formKey, form_hash: row.formHash, code_hash: row.codeHash },
      state: 'unconfirmed',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findByRef(db: Db, ref: string): Promise<StoredApplication | undefined> {
  if (!isRef(ref)) return undefined
  const row = await using<Tables>(db).selectFrom('applications.application').select(openColumns).where('ref', '=', ref).executeTakeFirst()
  return row && asApplication(row)
}

export async function findById(db: Db, id: number): Promise<StoredApplication | undefined> {
  const row = await using<Tables>(db).selectFrom('applications.application').select(openColumns).where('id', '=', id).executeTakeFirst()
  return row && asApplication(row)
}

/** Locks a case until the transaction ends, and answers with it its unit's own promise in working days. */
export async function lockByRef(
  db: Db,
  ref: string,
): Promise<{ application: StoredApplication; promiseDays: number | undefined } | undefined> {
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
    .forNoKeyUpdate()
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
      ...{ state: projection.state, received_on: projection.receivedOn ?? null, base_due_on: projection.baseDueOn ?? null },
      ...{ due_on: projection.dueOn ?? null, is_provisional: projection.isProvisional, waits_until: projection.waitsUntil ?? null },
      ...{ ended_on: projection.endedOn ?? null, is_in_time: projection.isInTime ?? null },
      ...{ confirmed_on: handling.confirmedOn ?? null, arrived_on: handling.arrivedOn, promised_on: handling.promisedOn ?? null },
      edition: handling.edition,
      ...{ leaf: handling.leaf, handler_id: handling.handlerId ?? null, handled_in: handling.handledIn ?? null },
      inner_due_on: handling.innerDueOn ?? null,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .returning(openColumns)
    .executeTakeFirstOrThrow()
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

export function asApplication(row: OpenRow): StoredApplication {
  const day = (value: string | null) => (value === null ? undefined : (value as Day))
  return {
    ...{ id: row.id, ref: row.ref, unitId: row.unit_id, number: row.number, edition: row.edition },
    ...{ kind: row.kind as StoredApplication['kind'], channel: row.channel as StoredApplication['channel'] },
    ...{ language: row.language === 'en' ? 'en' : 'zh', applicantKind: row.applicant_kind as StoredApplication['applicantKind'] },
    ...{ maskedName: row.masked_name, maskedContact: row.masked_contact, isMailed: row.is_mailed, isSealed: row.sealed_hash !== null },
    ...{ erasedOn: day(row.erased_on), wanted: row.wanted, documentHint: row.document_hint, reason: row.reason },
    ...{ formWanted: row.form_wanted as StoredApplication['formWanted'], wayWanted: row.way_wanted as StoredApplication['wayWanted'] },
    ...{ arrivedOn: row.arrived_on as Day, confirmedOn: day(row.confirmed_on), typedAt: row.typed_at, typedBy: row.typed_by ?? undefined },
    ...{ state: row.state as StoredApplication['state'], receivedOn: day(row.received_on), baseDueOn: day(row.base_due_on) },
    ...{ dueOn: day(row.due_on), isProvisional: row.is_provisional, promisedOn: day(row.promised_on), waitsUntil: day(row.waits_until) },
    ...{ endedOn: day(row.ended_on), isInTime: row.is_in_time ?? undefined, leaf: row.leaf, handlerId: row.handler_id ?? undefined },
    ...{ handledIn: row.handled_in ?? undefined, innerDueOn: day(row.inner_due_on), version: row.version },
  }
}
