import type { Selectable } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import { isCode, type Duty } from './duty.ts'
import type { TimeRule } from './rule.ts'
import type { Tables } from './tables.gen.ts'

export interface Category {
  id: number
  code: string
  parentId?: number
  path: string
  position: number
  nameZh: string
  nameEn: string
}

export interface StoredDuty extends Duty {
  id: number
  categoryId: number
  version: number
  unitIds: number[]
  /** The line of a template from which it is inherited, and the edition of it that it holds. */
  above?: { lineId: number; editionId: number }
}

/** Every category, parents before children, in the order of the catalogue. */
export async function listCategories(db: Db): Promise<Category[]> {
  const rows = await using<Tables>(db).selectFrom('catalogue.category').selectAll().orderBy('position').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    parentId: row.parent_id ?? undefined,
    path: row.path,
    position: row.position,
    nameZh: row.name_zh,
    nameEn: row.name_en,
  }))
}

/** Adds a category below its parent. Undefined when somebody took its code a moment ago. */
export async function insertCategory(
  db: Db,
  { parentPath, ...category }: Omit<Category, 'id' | 'path'> & { parentPath: string },
): Promise<Category | undefined> {
  const inserted = await using<Tables>(db)
    .insertInto('catalogue.category')
    .values({
      code: category.code,
      parent_id: category.parentId ?? null,
      path: `new ${category.code}`,
      position: category.position,
      name_zh: category.nameZh,
      name_en: category.nameEn,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) return undefined
  const { id } = inserted
  const path = `${parentPath}${id}/`
  await using<Tables>(db).updateTable('catalogue.category').set({ path }).where('id', '=', id).execute()
  return { ...category, id, path }
}

/** Every duty with the units that owe it, in the order of the catalogue. */
export async function listDuties(db: Db): Promise<StoredDuty[]> {
  const [rows, owed] = await Promise.all([
    using<Tables>(db).selectFrom('catalogue.duty').selectAll().orderBy('category_id').orderBy('position').orderBy('id').execute(),
    using<Tables>(db).selectFrom('catalogue.duty_unit').selectAll().orderBy('unit_id').execute(),
  ])
  const units = new Map<number, number[]>()
  for (const { duty_id, unit_id } of owed) units.set(duty_id, [...(units.get(duty_id) ?? []), unit_id])
  return rows.map((row) => asDuty(row, units.get(row.id) ?? []))
}

export async function findDuty(db: Db, id: number): Promise<StoredDuty | undefined> {
  const row = await using<Tables>(db).selectFrom('catalogue.duty').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asDuty(row, await unitsOwing(db, id))
}

/** A line by its code; undefined for what cannot be one. */
export async function findDutyByCode(db: Db, code: string): Promise<StoredDuty | undefined> {
  if (!isCode(code)) return undefined
  const row = await using<Tables>(db).selectFrom('catalogue.duty').selectAll().where('code', '=', code).executeTakeFirst()
  return row && asDuty(row, await unitsOwing(db, row.id))
}

export async function lockDuty(db: Db, id: number): Promise<StoredDuty | undefined> {
  const row = await using<Tables>(db).selectFrom('catalogue.duty').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && asDuty(row, await unitsOwing(db, id))
}

/** Adds a line. Undefined when somebody took its code a moment ago. */
export async function insertDuty(db: Db, duty: Duty & { categoryId: number; position: number }): Promise<number | undefined> {
  const row = await using<Tables>(db)
    .insertInto('catalogue.duty')
    .values(asRow(duty))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function saveDuty(db: Db, duty: StoredDuty): Promise<void> {
  const { position: _, ...row } = asRow({ ...duty, position: 0 })
  await using<Tables>(db)
    .updateTable('catalogue.duty')
    .set({ ...row, version: duty.version + 1 })
    .where('id', '=', duty.id)
    .execute()
}

/**
 * Says which units owe a duty. A unit that owed it before owes it since the same day; a new one since `sinceOn`, so that nobody is
 * late with what was not theirs. `startsAnew`: the duty comes round in another way now, and all of them owe it so since `sinceOn`.
 */
export async function saveOwingUnits(db: Db, dutyId: number, unitIds: readonly number[], sinceOn: Day, startsAnew: boolean): Promise<void> {
  const tables = using<Tables>(db)
  let old = tables.deleteFrom('catalogue.duty_unit').where('duty_id', '=', dutyId)
  if (!startsAnew && unitIds.length > 0) old = old.where('unit_id', 'not in', unitIds)
  await old.execute()
  if (unitIds.length === 0) return
  await tables
    .insertInto('catalogue.duty_unit')
    .values([...new Set(unitIds)].map((unit_id) => ({ duty_id: dutyId, unit_id, since_on: sinceOn })))
    .onConflict((conflict) => conflict.columns(['duty_id', 'unit_id']).doNothing())
    .execute()
}

async function unitsOwing(db: Db, dutyId: number): Promise<number[]> {
  const rows = await using<Tables>(db)
    .selectFrom('catalogue.duty_unit')
    .select('unit_id')
    .where('duty_id', '=', dutyId)
    .orderBy('unit_id')
    .execute()
  return rows.map((row) => row.unit_id)
}

function asDuty(row: Selectable<Tables['catalogue.duty']>, unitIds: number[]): StoredDuty {
  return {
    id: row.id,
    code: row.code,
    categoryId: row.category_id,
    titleZh: row.title_zh,
    titleEn: row.title_en,
    elementsZh: row.elements_zh,
    elementsEn: row.elements_en,
    basisZh: row.basis_zh,
    basisEn: row.basis_en,
    rule: row.rule as TimeRule,
    channels: row.channels as Duty['channels'],
    audience: row.audience as Duty['audience'],
    mode: row.mode as Duty['mode'],
    levels: row.levels as Duty['levels'],
    isRequired: row.is_required,
    genre: row.genre,
    subject: row.subject,
    guidanceZh: row.guidance_zh,
    guidanceEn: row.guidance_en,
    sinceOn: asDay(row.since_on),
    untilOn: row.until_on === null ? undefined : asDay(row.until_on),
    version: row.version,
    unitIds,
    ...(row.line_id === null || row.edition_id === null ? {} : { above: { lineId: row.line_id, editionId: row.edition_id } }),
  }
}

function asRow(duty: Duty & { categoryId: number; position: number }) {
  return {
    code: duty.code,
    category_id: duty.categoryId,
    position: duty.position,
    title_zh: duty.titleZh,
    title_en: duty.titleEn,
    elements_zh: duty.elementsZh,
    elements_en: duty.elementsEn,
    basis_zh: duty.basisZh,
    basis_en: duty.basisEn,
    rule: JSON.stringify(duty.rule),
    channels: duty.channels,
    audience: duty.audience,
    mode: duty.mode,
    levels: duty.levels,
    is_required: duty.isRequired,
    genre: duty.genre,
    subject: duty.subject,
    guidance_zh: duty.guidanceZh,
    guidance_en: duty.guidanceEn,
    since_on: duty.sinceOn,
    until_on: duty.untilOn ?? null,
  }
}
