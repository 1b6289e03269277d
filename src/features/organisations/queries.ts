import type { Selectable } from 'kysely'
import { using, type Db } from '../../platform/database/index.ts'
import { asDay, type Day } from '../../kernel/day.ts'
import type { Tables } from './tables.gen.ts'
import { isCode, type Profile, type Unit, type UnitKind, type UnitLevel } from './unit.ts'

type Row = Selectable<Tables['organisations.unit']>

/** A unit by its id; undefined when there is none. */
export async function findUnit(db: Db, id: number): Promise<Unit | undefined> {
  const row = await using<Tables>(db).selectFrom('organisations.unit').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asUnit(row)
}

/** A unit by its code; undefined for what cannot be one. */
export async function findUnitByCode(db: Db, code: string): Promise<Unit | undefined> {
  if (!isCode(code)) return undefined
  const row = await using<Tables>(db).selectFrom('organisations.unit').selectAll().where('code', '=', code).executeTakeFirst()
  return row && asUnit(row)
}

/** Locks a unit for the rest of the transaction. */
export async function lockUnit(db: Db, id: number): Promise<Unit | undefined> {
  const row = await using<Tables>(db).selectFrom('organisations.unit').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && asUnit(row)
}

/** Every unit that was ever there, parents before children. */
export async function listUnits(db: Db): Promise<Unit[]> {
  const rows = await using<Tables>(db).selectFrom('organisations.unit').selectAll().orderBy('id').execute()
  return rows.map((row) => asUnit(row))
}

/** The ids of all units at or below any of these paths. */
export async function listUnitIdsUnder(db: Db, paths: readonly string[]): Promise<number[]> {
  if (paths.length === 0) return []
  const rows = await using<Tables>(db)
    .selectFrom('organisations.unit')
    .select('id')
    .where((one) => one.or(paths.map((path) => one('path', 'like', `${path}%`))))
    .execute()
  return rows.map((row) => Number(row.id))
}

/** Does a unit, of today or of the past, have this organisation code? */
export async function isOrganisationCodeTaken(db: Db, code: string): Promise<boolean> {
  const row = await using<Tables>(db).selectFrom('organisations.unit').select('id').where('organisation_code', '=', code).executeTakeFirst()
  return row !== undefined
}

/** The telephone and fax numbers that units give out themselves, for telling them from private ones. */
export async function listTelephones(db: Db): Promise<string[]> {
  const rows = await using<Tables>(db).selectFrom('organisations.unit').select(['telephone', 'fax', 'contact_zh']).execute()
  return rows.flatMap((row) => [row.telephone, row.fax, ...(row.contact_zh.match(/[\d-]{7,}/g) ?? [])]).filter((number) => number !== '')
}

/** Adds a unit below its parent and gives it its path. Undefined when somebody took its code or organisation code a moment ago. */
export async function insertUnit(db: Db, unit: Omit<Unit, 'id' | 'path' | 'version'> & { parentPath: string }): Promise<Unit | undefined> {
  const inserted = await using<Tables>(db)
    .insertInto('organisations.unit')
    .values({ ...asRow(unit), path: `new ${unit.code}` })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) return undefined
  const row = await using<Tables>(db)
    .updateTable('organisations.unit')
    .set({ path: `${unit.parentPath}${inserted.id}/` })
    .where('id', '=', inserted.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return asUnit(row)
}

/** Saves a unit over itself; its version goes up by one. */
export async function saveUnit(db: Db, unit: Unit): Promise<Unit> {
  const row = await using<Tables>(db)
    .updateTable('organisations.unit')
    .set({ ...asRow(unit), version: unit.version + 1 })
    .where('id', '=', unit.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return asUnit(row)
}

export interface UnitEvent {
  unitId: number
  kind: 'founded' | 'renamed' | 'moved' | 'merged' | 'dissolved'
  happenedOn: Day
  nameZh: string
  nameEn: string
  intoId?: number
  reason: string
}

export async function saveUnitEvent(db: Db, event: UnitEvent): Promise<void> {
  await using<Tables>(db)
    .insertInto('organisations.unit_event')
    .values({
      unit_id: event.unitId,
      kind: event.kind,
      happened_on: event.happenedOn,
      name_zh: event.nameZh,
      name_en: event.nameEn,
      into_id: event.intoId ?? null,
      reason: event.reason,
    })
    .execute()
}

/** What happened to one unit, newest first; or to all of them. */
export async function listUnitEvents(db: Db, unitId?: number): Promise<UnitEvent[]> {
  let query = using<Tables>(db).selectFrom('organisations.unit_event').selectAll().orderBy('happened_on', 'desc').orderBy('id', 'desc')
  if (unitId !== undefined) query = query.where('unit_id', '=', unitId)
  const rows = await query.execute()
  return rows.map((row) => ({
    unitId: Number(row.unit_id),
    kind: row.kind as UnitEvent['kind'],
    happenedOn: asDay(row.happened_on),
    nameZh: row.name_zh,
    nameEn: row.name_en,
    intoId: row.into_id === null ? undefined : Number(row.into_id),
    reason: row.reason,
  }))
}

function asUnit(row: Row): Unit {
  return {
    id: Number(row.id),
    code: row.code,
    kind: row.kind as UnitKind,
    level: row.level as UnitLevel,
    parentId: row.parent_id === null ? undefined : Number(row.parent_id),
    path: row.path,
    organisationCode: row.organisation_code ?? undefined,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    shortZh: row.short_zh,
    shortEn: row.short_en,
    ...profileOf(row),
    sinceOn: asDay(row.since_on),
    untilOn: row.until_on === null ? undefined : asDay(row.until_on),
    profileOn: asDay(row.profile_on),
    version: row.version,
  }
}

function profileOf(row: Row): Profile {
  return {
    functionsZh: row.functions_zh,
    functionsEn: row.functions_en,
    addressZh: row.address_zh,
    addressEn: row.address_en,
    hoursZh: row.hours_zh,
    hoursEn: row.hours_en,
    telephone: row.telephone,
    fax: row.fax,
    email: row.email,
    web: row.web,
    responsibleZh: row.responsible_zh,
    responsibleEn: row.responsible_en,
    contactZh: row.contact_zh,
    contactEn: row.contact_en,
  }
}

function asRow(unit: Omit<Unit, 'id' | 'path' | 'version'>) {
  return {
    code: unit.code,
    kind: unit.kind,
    level: unit.level,
    parent_id: unit.parentId ?? null,
    organisation_code: unit.organisationCode ?? null,
    name_zh: unit.nameZh,
    name_en: unit.nameEn,
    short_zh: unit.shortZh,
    short_en: unit.shortEn,
    functions_zh: unit.functionsZh,
    functions_en: unit.functionsEn,
    address_zh: unit.addressZh,
    address_en: unit.addressEn,
    hours_zh: unit.hoursZh,
    hours_en: unit.hoursEn,
    telephone: unit.telephone,
    fax: unit.fax,
    email: unit.email,
    web: unit.web,
    responsible_zh: unit.responsibleZh,
    responsible_en: unit.responsibleEn,
    contact_zh: unit.contactZh,
    contact_en: unit.contactEn,
    since_on: unit.sinceOn,
    until_on: unit.untilOn ?? null,
    profile_on: unit.profileOn,
  }
}
