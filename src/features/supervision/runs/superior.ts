/** As much of a unit as says where it stands. */
interface Placed {
  id: number
  parentId?: number
  path: string
}

/**
 * The units whose texts a unit passes on: those above it, and the departments of a government above the unit's own (for a town: its
 * county, the city, and the city's departments).
 */
export function superiorsOf(unitId: number, units: readonly Placed[]): number[] {
  const unit = units.find((one) => one.id === unitId)
  if (unit === undefined) return []
  const above = unit.path.split('/').filter((part) => part !== '').map(Number).slice(0, -1) // prettier-ignore
  const higher = new Set(above.slice(0, -1))
  const isAbove = new Set(above)
  return units
    .filter((one) => one.id !== unitId && (isAbove.has(one.id) || (one.parentId !== undefined && higher.has(one.parentId))))
    .map((one) => one.id)
}
