import { covers, reach, type Action, type HeldPost } from '../../../kernel/policy.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'

/** The units in which somebody with these posts may do this, closed ones too: their registers stay. In the order of the tree. */
export async function unitsInReach(site: Site, action: Action, posts: readonly HeldPost[]): Promise<Unit[]> {
  const paths = reach(action, posts)
  return (await listUnits(site.database.read)).filter((unit) => paths.some((path) => covers(path, unit.path)))
}
