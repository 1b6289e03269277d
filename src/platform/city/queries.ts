import { using, type Db } from '../database/index.ts'
import type { Tables } from '../database/tables.gen.ts'

/** What the city says of itself. */
export interface City {
  nameZh: string
  nameEn: string
  siteCode: string
}

/** The city's name, or undefined before the first run's questions are answered. */
export async function findCity(db: Db): Promise<City | undefined> {
  const row = await using<Tables>(db).selectFrom('platform.city').selectAll().executeTakeFirst()
  return row && { nameZh: row.name_zh, nameEn: row.name_en, siteCode: row.site_code }
}

export async function saveCity(db: Db, city: City): Promise<void> {
  const row = { name_zh: city.nameZh, name_en: city.nameEn, site_code: city.siteCode }
  await using<Tables>(db)
    .insertInto('platform.city')
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}
