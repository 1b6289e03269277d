import { fewFacts, lastDay, type Fact, type Scope } from '../../platform/facts.ts'
import { listUnits } from './queries.ts'
import { exists, missingFields, type Unit } from './unit.ts'

/** Which units a figure counts: those that exist on the last day, with a whole profile, or whose profile was renewed in the period. */
export type UnitStand = 'existing' | 'profiled' | 'renewed'

/** The units of a scope that stand so, for whoever counts them. */
export const unitsThat = fewFacts<UnitStand, Unit[]>('unit', listUnits, pick, async (db, _, stand, ids) =>
  (await listUnits(db)).filter(({ id }) => ids.includes(id)).map((unit) => factOf(unit, stand)),
)

function pick(units: readonly Unit[], stand: UnitStand, scope: Scope): Fact[] {
  const isIn = new Set(scope.unitIds)
  const last = lastDay(scope)
  const counts = (unit: Unit): boolean =>
    isIn.has(unit.id) &&
    exists(unit, last) &&
    (stand !== 'profiled' || missingFields(unit).length === 0) &&
    (stand !== 'renewed' || (unit.profileOn >= scope.from && unit.profileOn <= last))
  return units.filter(counts).map((unit) => factOf(unit, stand))
}

function factOf({ id, code, nameZh, nameEn, sinceOn, profileOn }: Unit, stand: UnitStand): Fact {
  const on = stand === 'existing' ? sinceOn : profileOn
  return { id, unitId: id, label: code, titleZh: nameZh, titleEn: nameEn, on, href: `/units/${code}` }
}
