import { covers, reach, type Action, type HeldPost } from '../../../kernel/policy.ts'
import type { Site } from '../../../platform/site.ts'
import { exists, listUnits, type Unit } from '../../organisations/index.ts'

/** The units that exist today and for which whoever holds these posts may do this, in the order of the tree. */
export async function listUnitsInReach(site: Site, posts: readonly HeldPost[], action: Action): Promise<Unit[]> {
  const paths = reach(action, posts)
  const units = await listUnits(site.database.read)
  return units.filter((unit) => exists(unit, site.today()) && paths.some((path) => covers(path, unit.path)))
}
