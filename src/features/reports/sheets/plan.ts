import type { Entry } from '../entered/entry.ts'
import type { ReadRow } from './row.ts'

/** A number that a sheet enters, and what it strikes. */
export interface Planned extends ReadRow {
  /** What stands now for the same unit, figure and period. */
  was?: Entry | undefined
}

/** Holds the rows of a sheet against what stands: an unchanged number is not entered again. */
export function planOf(rows: readonly ReadRow[], standing: readonly Entry[]): { entered: Planned[]; same: number } {
  const keyOf = (unitId: number, figure: string, from: string, until: string): string => [unitId, figure, from, until].join(' ')
  const stands = new Map(standing.map((entry) => [keyOf(entry.unitId, entry.figure, entry.from, entry.until), entry]))
  const entered = rows
    .map((row): Planned => ({ ...row, was: stands.get(keyOf(row.unitId, row.figure, row.period.from, row.period.until)) }))
    .filter(({ was, ...row }) => was === undefined || !isSame(row, was))
  return { entered, same: rows.length - entered.length }
}

function isSame(row: ReadRow, entry: Entry): boolean {
  return row.value === entry.value && row.isAtLeast === entry.isAtLeast && row.evidence === entry.evidence
}
