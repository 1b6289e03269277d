import type { Day } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import { exists, findUnitByCode, listUnits, type Unit } from '../../organisations/index.ts'
import { findCounter, listCounters } from '../cases/queries-counters.ts'

/** A unit that takes applications, with its own promise in working days where it made one. */
export interface Taker {
  unit: Unit
  promiseDays?: number
}

/** The unit of this code, where it takes applications on a day. */
export async function findTaker(db: Db, code: string, on: Day): Promise<Taker | undefined> {
  const unit = await findUnitByCode(db, code)
  const counter = unit && exists(unit, on) ? await findCounter(db, unit.id) : undefined
  return unit && counter && counter.sinceOn <= on ? { unit, promiseDays: counter.promiseDays } : undefined
}

/** Every unit that takes applications on a day, in the order of the tree. */
export async function listTakers(db: Db, on: Day): Promise<Unit[]> {
  const open = new Set((await listCounters(db, on)).map((counter) => counter.unitId))
  return (await listUnits(db)).filter((unit) => open.has(unit.id) && exists(unit, on))
}
