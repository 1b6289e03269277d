import { covers, reach, type Action } from '../../kernel/policy.ts'
import type { Ask } from '../../platform/http/route.ts'
import { exists, listUnits, type Unit } from '../organisations/index.ts'

/** How the record names the visitor. */
export function actorOf(ask: Ask): string {
  return `person:${ask.visitor?.personId}`
}

/** The units of today in which the visitor may do this. */
export async function unitsInReach(ask: Ask, action: Action): Promise<Unit[]> {
  const paths = reach(action, ask.visitor?.posts ?? [])
  const units = await listUnits(ask.site.database.read)
  return units.filter((unit) => exists(unit, ask.reader.today) && paths.some((path) => covers(path, unit.path)))
}
