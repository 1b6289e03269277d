import { covers, type Action, type HeldPost, reach } from '../../../kernel/policy.ts'
import type { Db } from '../../../platform/database/index.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import type { Person } from '../people/person.ts'
import { listPeople } from '../people/queries.ts'
import { listSystems } from './queries.ts'
import type { System } from './system.ts'

/** A system with its unit and the person who answers for it. */
export interface ListedSystem {
  system: System
  unit: Unit
  responsible: Person
}

/** The systems of the units in which these posts may do something, those of the newest tokens first. */
export async function readSystems(db: Db, posts: readonly HeldPost[], action: Action): Promise<ListedSystem[]> {
  const paths = reach(action, posts)
  const [systems, units] = [await listSystems(db), await listUnits(db)]
  const people = await listPeople(db, [...new Set(systems.map((system) => system.responsibleId))])
  return systems.flatMap((system) => {
    const unit = units.find((one) => one.id === system.unitId)
    const responsible = people.find((one) => one.id === system.responsibleId)
    const isInReach = unit !== undefined && paths.some((path) => covers(path, unit.path))
    return isInReach && responsible !== undefined ? [{ system, unit, responsible }] : []
  })
}
