import type { Selectable } from 'kysely'
import { asDay } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Carrier, CarrierDraft } from './carrier.ts'

/** Every carrier that was ever kept, by unit and age. */
export async function listCarriers(db: Db): Promise<Carrier[]> {
  const rows = await using<Tables>(db).selectFrom('channels.carrier').selectAll().orderBy('unit_id').orderBy('id').execute()
  return rows.map(asCarrier)
}

export async function findCarrier(db: Db, id: number): Promise<Carrier | undefined> {
  const row = await using<Tables>(db).selectFrom('channels.carrier').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asCarrier(row)
}

/** A carrier by the code in its address. */
export async function findCarrierByCode(db: Db, code: string): Promise<Carrier | undefined> {
  if (!/^[a-z0-9-]{1,60}$/.test(code)) return undefined
  const row = await using<Tables>(db).selectFrom('channels.carrier').selectAll().where('code', '=', code).executeTakeFirst()
  return row && asCarrier(row)
}

export async function lockCarrier(db: Db, id: number): Promise<Carrier | undefined> {
  const row = await using<Tables>(db).selectFrom('channels.carrier').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && asCarrier(row)
}

/** Adds a carrier; its code is that of its unit and its own number. */
export async function insertCarrier(db: Db, draft: CarrierDraft, unitCode: string): Promise<Carrier> {
  const tables = using<Tables>(db)
  const waiting = `new-${crypto.randomUUID()}`
  const { id } = await tables
    .insertInto('channels.carrier')
    .values({ ...asRow(draft), code: waiting })
    .returning('id')
    .executeTakeFirstOrThrow()
  const code = `${unitCode.slice(0, 40)}-${id}`
  const row = await tables.updateTable('channels.carrier').set({ code }).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
  return asCarrier(row)
}

/** Saves a carrier over itself; its version goes up by one. */
export async function saveCarrier(db: Db, carrier: Carrier): Promise<Carrier> {
  const row = await using<Tables>(db)
    .updateTable('channels.carrier')
    .set({ ...asRow(carrier), photo: carrier.photo, version: carrier.version + 1 })
    .where('id', '=', carrier.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return asCarrier(row)
}

function asCarrier(row: Selectable<Tables['channels.carrier']>): Carrier {
  return {
    id: row.id,
    code: row.code,
    unitId: row.unit_id,
    kind: row.kind,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    placeZh: row.place_zh,
    placeEn: row.place_en,
    web: row.web,
    kindSaid: row.kind_said,
    rhythm: row.rhythm,
    keeperId: row.keeper_id ?? undefined,
    categoryId: row.category_id ?? undefined,
    photo: row.photo,
    sinceOn: asDay(row.since_on),
    untilOn: row.until_on === null ? undefined : asDay(row.until_on),
    version: row.version,
  }
}

function asRow(draft: CarrierDraft) {
  return {
    unit_id: draft.unitId,
    kind: draft.kind,
    name_zh: draft.nameZh,
    name_en: draft.nameEn,
    place_zh: draft.placeZh,
    place_en: draft.placeEn,
    web: draft.web,
    kind_said: draft.kindSaid,
    rhythm: draft.rhythm,
    keeper_id: draft.keeperId ?? null,
    category_id: draft.categoryId ?? null,
    since_on: draft.sinceOn,
    until_on: draft.untilOn ?? null,
  }
}
