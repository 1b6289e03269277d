import type { Day } from '../../kernel/day.ts'
import type { HolidayName } from './paper.ts'

/** One open thing whose due day a notice moves, or whose due day it makes certain. */
export interface Moved {
  kind: 'application' | 'task'
  /** Its page, without the language. */
  href: string
  label: string | HolidayName
  unitId: number
  wasDueOn: Day
  dueOn: Day
  /** The new day may still move. */
  isProvisional: boolean
}

/** What moves, as one person may see it: their own units in full, and of the others only how many. */
export function movedInReach(moved: readonly Moved[], unitIds: ReadonlySet<number>): { shown: Moved[]; others: number } {
  const shown = moved.filter((one) => unitIds.has(one.unitId))
  return { shown, others: moved.length - shown.length }
}
