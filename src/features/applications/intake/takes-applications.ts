import type { Day } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import { exists, listUnits, type Unit } from '../../organisations/index.ts'
import { listCounters } from '../cases/queries-counters.ts'

/** Does this unit take applications on a day? */
export async function takesApplications(db: Db, unit: Unit, on: Day): Promise<boolean> {
  return (await listCounters(db, on)).some((counter) => counter.unitId === unit.id)
}

/** Every unit that takes applications on a day, in the order of the tree. */
export async function listTakers(db: Db, on: Day): Promise<Unit[]> {
  const open = new Set((await listCounters(db, on)).map((counter) => counter.unitId))
  return (await listUnits(db)).filter((unit) => open.has(unit.id) && exists(unit, on))
}
