import type { Day } from '../../kernel/day.ts'
import { exists, type Unit } from './unit.ts'

/**
 * Who answers on a day for what a unit owes: the unit itself, after its end the unit that it was merged into, or without one the unit
 * above it. `events`: those of all units.
 */
export function keeperOf(
  unit: Unit,
  units: readonly Unit[],
  events: readonly { unitId: number; intoId?: number | undefined }[],
  day: Day,
): Unit {
  if (unit.untilOn === undefined || exists(unit, day)) return unit
  const intoId = events.find(({ unitId, intoId: into }) => unitId === unit.id && into !== undefined)?.intoId
  const next = units.find(({ id }) => id === (intoId ?? unit.parentId))
  return next === undefined ? unit : keeperOf(next, units, events, day)
}
