import type { Calendar } from '../../kernel/calendar.ts'
import { workingDaysBetween } from '../../kernel/calendar.ts'
import { count, type CountedDay, type Term } from '../../kernel/clock.ts'
import type { Day } from '../../kernel/day.ts'

/** How tasks that fell due ended. `onTime + late + empty` is what was due. */
export interface Tally {
  onTime: number
  late: number
  empty: number
}

export function dueIn(tally: Tally): number {
  return tally.onTime + tally.late + tally.empty
}

export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce<Tally>(
    (sum, one) => ({ onTime: sum.onTime + one.onTime, late: sum.late + one.late, empty: sum.empty + one.empty }),
    { onTime: 0, late: 0, empty: 0 },
  )
}

/** The worst that happened in a month, which is what its cell in the promise calendar shows. */
export function worstOf(tally: Tally): { state: 'empty' | 'late' | 'on-time' | 'nothing-due'; count: number } {
  if (tally.empty > 0) return { state: 'empty', count: tally.empty }
  if (tally.late > 0) return { state: 'late', count: tally.late }
  return tally.onTime > 0 ? { state: 'on-time', count: tally.onTime } : { state: 'nothing-due', count: 0 }
}

/** The promise behind one publication: when it was formed, by when it was due, when it came. */
export interface Pledge {
  formedOn?: Day
  dueOn: Day
  publishedOn: Day
  isProvisional: boolean
  /** 0: in time. */
  workingDaysLate: number
  /** The days of its clock; empty where the due day does not follow from a day of formation. */
  days: CountedDay[]
}

/** `term` is how the duty counts from formation; undefined where it comes round by the calendar. */
export function pledgeOf(
  task: { formedOn?: Day; dueOn: Day; isProvisional: boolean },
  publishedOn: Day,
  term: Term | undefined,
  calendar: Calendar,
): Pledge {
  const counted = term === undefined || task.formedOn === undefined ? undefined : count(term, task.formedOn, calendar)
  return {
    ...task,
    publishedOn,
    workingDaysLate: publishedOn <= task.dueOn ? 0 : workingDaysBetween(calendar, task.dueOn, publishedOn),
    // A due day that was laid down under another calendar is not explained by this one.
    days: counted !== undefined && counted.due === task.dueOn ? counted.days : [],
  }
}
