import type { Unit } from '../../organisations/index.ts'
import type { Category } from '../queries.ts'
import type { ReadLine, RowProblem } from './line.ts'
import type { Placed } from './merge.ts'

/**
 * Finds the units that a sheet names (公开主体): by name, short name or code, in either language, among the unit and those below it. A
 * line that names nobody is owed by the unit itself.
 */
export function placeLines(unit: Unit, units: readonly Unit[], lines: readonly ReadLine[]): { lines: Placed[]; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const byName = new Map<string, Unit[]>()
  for (const one of units)
    for (const name of new Set([one.nameZh, one.nameEn, one.shortZh, one.shortEn, one.code]))
      byName.set(name, [...(byName.get(name) ?? []), one])
  const place = (line: ReadLine): Placed => {
    const unitIds = line.units.flatMap((name) => {
      const named = byName.get(name) ?? []
      const own = named.filter((one) => one.path.startsWith(unit.path) && one.untilOn === undefined)
      if (own.length === 1) return own.map((one) => one.id)
      problems.push({ row: line.row, column: 'units', problem: named.length === 0 ? 'unit-unknown' : 'unit-out-of-reach', found: name })
      return []
    })
    return { ...line, unitIds: line.units.length === 0 ? [unit.id] : [...new Set(unitIds)] }
  }
  return { lines: lines.map(place), problems }
}

/** The names of every category from the top down, joined as the sheet writes them, by its id. */
export function namesOf(categories: readonly Category[]): Map<number, string> {
  const nameOf = (category: Category): string => {
    const parent = categories.find((one) => one.id === category.parentId)
    return parent === undefined ? category.nameZh : `${nameOf(parent)} / ${category.nameZh}`
  }
  return new Map(categories.map((category) => [category.id, nameOf(category)]))
}
