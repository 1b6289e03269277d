import { leafByCode, leafGroups, type LeafGroup, type Outcomes } from '../law/leaf.ts'
import { protect, type CellState, type Sum } from './protect.ts'

/** What is counted of a unit in a year. `inTime`, `late` and `closed` are how its cases ended, and so are the groups of outcomes. */
export const countNames = ['received', 'concluded', 'inTime', 'late', 'closed', 'extended', ...leafGroups] as const
export type CountName = (typeof countNames)[number]
export type Counts = Record<CountName, number>

/** A unit's year; `medianDays`: working days from receipt to reply. */
export interface UnitFigures {
  unitId: number
  counts: Counts
  medianDays?: number | undefined
}

/** A count as the public sees it: a small one says only that it is small, a hidden one nothing. */
export interface ShownCount {
  state: CellState
  count: number
}

export interface ShownFigures {
  rows: { unitId: number; shown: Record<CountName, ShownCount>; medianDays?: number | undefined }[]
  total: Record<CountName, ShownCount>
}

const endings = ['inTime', 'late', 'closed'] as const satisfies readonly CountName[]

export function noCounts(): Counts {
  return Object.fromEntries(countNames.map((name) => [name, 0])) as Counts
}

/** The group of a leaf; a case without one stands among the others, so that the sums hold. */
export function groupOf(outcomes: Outcomes, leaf: string): LeafGroup {
  const group = leafByCode(outcomes, leaf)?.group
  return leafGroups.find((one) => one === group) ?? 'other'
}

/**
 * The figures of all units of a year as the public may see them: every count below `smallest` is small, and as many others are hidden
 * as the sums over units, over outcomes and over endings need. Nothing is said of days where fewer than `smallest` were answered.
 */
export function shownFigures(rows: readonly UnitFigures[], smallest: number): ShownFigures {
  const sumOf = (name: CountName): number => rows.reduce((sum, row) => sum + row.counts[name], 0)
  const cells = [...rows.map((row) => row.counts), Object.fromEntries(countNames.map((name) => [name, sumOf(name)])) as Counts].flatMap(
    (counts) => countNames.map((name) => counts[name]),
  )
  const states = protect(cells, sumsOver(rows.length), smallest)
  const shownAt = (row: number) =>
    Object.fromEntries(
      countNames.map((name) => [name, { state: states[placeOf(row, name)] ?? 'hidden', count: cells[placeOf(row, name)] ?? 0 }]),
    ) as Record<CountName, ShownCount>
  return {
    rows: rows.map(({ unitId, counts, medianDays }, at) => ({
      unitId,
      shown: shownAt(at),
      medianDays: counts.inTime + counts.late < smallest ? undefined : medianDays,
    })),
    total: shownAt(rows.length),
  }
}

/** Units add up to the last row; in each row endings and outcomes both add up to what was concluded. */
function sumsOver(units: number): Sum[] {
  const rows = Array.from({ length: units + 1 }, (_, row) => row)
  return [
    ...countNames.map((name) => ({ total: placeOf(units, name), parts: rows.slice(0, units).map((row) => placeOf(row, name)) })),
    ...rows.flatMap((row) =>
      [endings, leafGroups].map((parts) => ({ total: placeOf(row, 'concluded'), parts: parts.map((name) => placeOf(row, name)) })),
    ),
  ]
}

function placeOf(row: number, name: CountName): number {
  return row * countNames.length + countNames.indexOf(name)
}
