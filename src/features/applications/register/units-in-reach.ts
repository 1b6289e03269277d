import { covers, reach, type Action, type HeldPost } from '../../../kernel/policy.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'

/** `isWhole`: there are no others, so a question about all of them need not name them. */
export interface ReachedUnits {
  units: Unit[]
  isWhole: boolean
}

/** The units in which somebody with these posts may do this, closed ones too: their registers stay. In the order of the tree. */
export async function unitsInReach(site: Site, action: Action, posts: readonly HeldPost[]): Promise<ReachedUnits> {
  const paths = reach(action, posts)
  const all = await listUnits(site.database.read)
  const units = all.filter((unit) => paths.some((path) => covers(path, unit.path)))
  return { units, isWhole: units.length === all.length }
}
