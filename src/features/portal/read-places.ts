import { keepWhileRecorded } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { isInForce, listCategories, listDuties, type Category, type StoredDuty } from '../catalogue/index.ts'
import { exists, listUnits, type Unit } from '../organisations/index.ts'

/** Where documents come from and where they stand: what lists name, filters offer and searches match. */
export interface Places {
  units: Map<number, Unit>
  categories: Category[]
  /** The lines of the catalogue that the public may see: those in force. */
  duties: StoredDuty[]
  /** The same with those of the past, for what was promised then. */
  everyDuty: StoredDuty[]
  /** The units and lines of today in the order in which a search offers them. */
  offered: { units: Unit[]; duties: StoredDuty[] }
}

/** Reads them again only when the record has grown. */
export const readPlaces = keepWhileRecorded(async (site, db): Promise<Places> => {
  const units = await listUnits(db)
  const everyDuty = (await listDuties(db)).filter(isOpenToPublic)
  const duties = everyDuty.filter((duty) => isInForce(duty, site.today()))
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    categories: openCategories(await listCategories(db), duties),
    duties,
    everyDuty,
    offered: { units: units.filter((unit) => exists(unit, site.today())).sort(higherFirst), duties: duties.toSorted(shorterFirst) },
  }
})

/** A city's bureau before the counties' and the towns', and of those alike the one whose name says it most exactly. */
function higherFirst(a: Unit, b: Unit): number {
  return a.path.split('/').length - b.path.split('/').length || a.nameZh.length - b.nameZh.length
}

function shorterFirst(a: StoredDuty, b: StoredDuty): number {
  return a.titleZh.length - b.titleZh.length
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
