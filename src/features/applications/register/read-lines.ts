import type { Site } from '../../../platform/site.ts'
import { findPeople, type Colleague } from '../../accounts/index.ts'
import type { Unit } from '../../organisations/index.ts'
import type { CaseLine } from './line.ts'

/** A line with the names of its unit and of whoever handles it. */
export interface ToldLine extends CaseLine {
  unit: Unit
  handler?: Colleague | undefined
}

/** Adds names to lines, in one question for all of them. Lines of a unit that is not among `units` are left out. */
export async function readLines(site: Site, lines: readonly CaseLine[], units: readonly Unit[]): Promise<ToldLine[]> {
  const people = await findPeople(
    site.database.read,
    lines.flatMap((line) => line.handlerId ?? []),
  )
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return lines.flatMap((line) => {
    const unit = byId.get(line.unitId)
    return unit === undefined ? [] : [{ ...line, unit, handler: people.get(line.handlerId ?? 0) }]
  })
}
