import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/database/index.ts'
import { keeperOf } from './keeper.ts'
import { listUnitEvents, listUnits } from './queries.ts'
import type { Unit } from './unit.ts'

/** Finds who answers on a day for what a unit owes: itself, or after its end another one. */
export async function findKeeper(db: Db, unit: Unit, day: Day): Promise<Unit> {
  return unit.untilOn === undefined ? unit : keeperOf(unit, await listUnits(db), await listUnitEvents(db), day)
}
