import type { Day } from '../../../kernel/day.ts'
import { inReach, type Action, type HeldPost } from '../../../kernel/policy.ts'
import type { Site } from '../../../platform/site.ts'
import { exists, existsWithin, keeperOf, listUnitEvents, listUnits, type Unit } from '../../organisations/index.ts'

/** The units that exist today and for which whoever holds these posts may do this, in the order of the tree. */
export async function listUnitsInReach(site: Site, posts: readonly HeldPost[], action: Action): Promise<Unit[]> {
  const units = await listUnits(site.database.read)
  return inReach(units, action, posts).filter((unit) => exists(unit, site.today()))
}

/** The same of all units that ever were, or that existed in a year: one that ended is in the reach of whoever answers for it now. */
export async function listUnitsOfYear(site: Site, posts: readonly HeldPost[], action: Action, year?: number): Promise<Unit[]> {
  const db = site.database.read
  const [units, events] = [await listUnits(db), await listUnitEvents(db)]
  const span = year === undefined ? undefined : { from: `${year}-01-01` as Day, until: `${year}-12-31` as Day }
  const asked = span === undefined ? units : units.filter((unit) => existsWithin(unit, span))
  return asked.filter((unit) => inReach([keeperOf(unit, units, events, site.today())], action, posts).length > 0)
}
