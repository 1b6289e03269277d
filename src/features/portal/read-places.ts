import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { isInForce, listCategories, listDuties, type Category, type StoredDuty } from '../catalogue/index.ts'
import { exists, listUnits, type Unit } from '../organisations/index.ts'

/** Where documents come from and where they stand: what lists name, filters offer and searches match. Four statements. */
export interface Places {
  units: Map<number, Unit>
  categories: Category[]
  /** The lines of the catalogue that the public may see: those in force. */
  duties: StoredDuty[]
  /** The same with those of the past, for what was promised then. */
  everyDuty: StoredDuty[]
}

export async function readPlaces(site: Site, db: Db): Promise<Places> {
  const units = await listUnits(db)
  const everyDuty = (await listDuties(db)).filter(isOpenToPublic)
  const duties = everyDuty.filter((duty) => isInForce(duty, site.today()))
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    categories: openCategories(await listCategories(db), duties),
    duties,
    everyDuty,
  }
}

/** Duties towards staff are nobody else's business (seed row S0A-028). */
function isOpenToPublic(duty: Pick<StoredDuty, 'audience'>): boolean {
  return duty.audience !== 'staff'
}

/** The categories under which the public finds at least one line, parents before children. */
function openCategories(categories: readonly Category[], duties: readonly Pick<StoredDuty, 'categoryId'>[]): Category[] {
  const filled = new Set(duties.map((duty) => duty.categoryId))
  const paths = categories.filter((one) => filled.has(one.id)).map((one) => one.path)
  return categories.filter((one) => paths.some((path) => path.startsWith(one.path)))
}

/** The units that a filter offers: those of today; villages and sections are found through their town. */
export function unitsToChoose(site: Site, units: Iterable<Unit>): Unit[] {
  return [...units].filter((unit) => exists(unit, site.today()) && unit.kind !== 'village' && unit.kind !== 'section')
}
