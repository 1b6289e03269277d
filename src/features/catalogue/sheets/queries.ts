import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Duty } from '../duty.ts'
import type { Tables } from '../tables.gen.ts'

/** Rows in one statement: PostgreSQL takes 65,535 values, a line has some twenty. */
const atOnce = 1000

/** Adds many lines, a thousand in a statement; answers their ids by code. Their codes must be free. */
export async function insertDuties(db: Db, duties: readonly (Duty & { categoryId: number })[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (let from = 0; from < duties.length; from += atOnce) {
    const rows = await using<Tables>(db)
      .insertInto('catalogue.duty')
      .values(duties.slice(from, from + atOnce).map(asRow))
      .returning(['id', 'code'])
      .execute()
    for (const row of rows) ids.set(row.code, row.id)
  }
  return ids
}

/** Says who owes many new lines, and since when. */
export async function insertOwing(db: Db, owing: readonly { dutyId: number; unitId: number; sinceOn: Day }[]): Promise<void> {
  for (let from = 0; from < owing.length; from += atOnce) {
    const rows = owing
      .slice(from, from + atOnce)
      .map(({ dutyId, unitId, sinceOn }) => ({ duty_id: dutyId, unit_id: unitId, since_on: sinceOn }))
    await using<Tables>(db).insertInto('catalogue.duty_unit').values(rows).execute()
  }
}

/** Two imports at once would make the same codes: the second waits until the first has ended. */
export async function lockImports(db: Db): Promise<void> {
  await using<Tables>(db).selectFrom('catalogue.category').select('id').orderBy('id').limit(1).forUpdate().execute()
}

function asRow(duty: Duty & { categoryId: number }) {
  return {
    code: duty.code,
    category_id: duty.categoryId,
    position: 0,
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
