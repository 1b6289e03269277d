import { fewFacts, lastDay } from '../../platform/facts.ts'
import { listUnits } from './queries.ts'
import { exists, missingFields, type Unit } from './unit.ts'

/** Which units a figure counts: those that exist on the last day, with a whole profile, or whose profile was renewed in the period. */
export type UnitStand = 'existing' | 'profiled' | 'renewed'

/** The units of a scope that stand so, for whoever counts them. */
export const unitsThat = fewFacts<UnitStand, Unit[]>('unit', listUnits, (units, stand, scope) => {
  const isIn = new Set(scope.unitIds)
  const last = lastDay(scope)
  const counts = (unit: Unit): boolean =>
    isIn.has(unit.id) &&
    exists(unit, last) &&
    (stand !== 'profiled' || missingFields(unit).length === 0) &&
    (stand !== 'renewed' || (unit.profileOn >= scope.from && unit.profileOn <= last))
  return units.filter(counts).map((unit) => ({
    ...{ id: unit.id, unitId: unit.id, label: unit.code, titleZh: unit.nameZh, titleEn: unit.nameEn },
    ...{ on: stand === 'existing' ? unit.sinceOn : unit.profileOn, href: `/units/${unit.code}` },
  }))
})
