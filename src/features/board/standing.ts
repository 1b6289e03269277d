import type { Day } from '../../kernel/day.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Holder } from './holder.ts'

/** Texts of a unit that wait at one step of their way. */
export interface Wait {
  stage: string
  count: number
  /** Since when the oldest of them waits. */
  sinceOn: Day
  /** Whose hand is missing; nobody where the post is vacant. */
  with: readonly Holder[]
}

/** How one unit stands today: what it owes, what waits, and with whom. */
export interface Standing {
  unitId: number
  overdue: number
  /** The first day that was missed. */
  overdueSince?: Day | undefined
  dueSoon: number
  /** Open and in time, those due soon included. */
  inTime: number
  /** Who writes for it. */
  officers: readonly Holder[]
  waits: readonly Wait[]
  /** Columns with nothing in them and without an accepted reason, and columns that are not kept up, as last measured. */
  empty: number
  stale: number
  /** The last day on which the office reminded it. */
  remindedOn?: Day | undefined
}

export type RemindRefusal = 'reminded-today' | 'nothing-to-remind'

/** Is there anything to remind this unit of: something missed, something due soon, or a text that waits for a hand? */
export function needsReminder({ overdue, dueSoon, waits }: Pick<Standing, 'overdue' | 'dueSoon' | 'waits'>): boolean {
  return overdue > 0 || dueSoon > 0 || waits.length > 0
}

/** The units that may be reminded today: each at most once a day. Refused when that leaves none. */
export function remindable(standings: readonly Standing[], today: Day): Outcome<Standing[], RemindRefusal> {
  const needing = standings.filter(needsReminder)
  if (needing.length === 0) return refused('nothing-to-remind')
  const left = needing.filter((one) => one.remindedOn === undefined || one.remindedOn < today)
  return left.length === 0 ? refused('reminded-today') : done(left)
}

/** Whoever is furthest behind comes first: by what is overdue and since when, then by what waits, then by what is due soon. */
export function inOrder(standings: readonly Standing[]): Standing[] {
  const waiting = (one: Standing): number => one.waits.reduce((sum, wait) => sum + wait.count, 0)
  return [...standings].sort(
    (a, b) =>
      b.overdue - a.overdue ||
      (a.overdueSince ?? '').localeCompare(b.overdueSince ?? '') ||
      waiting(b) - waiting(a) ||
      b.dueSoon - a.dueSoon ||
      b.inTime - a.inTime ||
      a.unitId - b.unitId,
  )
}
