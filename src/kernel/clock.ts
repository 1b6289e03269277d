import { type Calendar, isAnnounced, isWorkingDay, kindOfDay, type KindOfDay } from './calendar.ts'
import { addDays, addMonths, type Day } from './day.ts'

/** A length of time in days. `rolls`: a last day that is not a working day moves to the first working day after it. */
export interface Term {
  days: number
  count: 'working' | 'calendar'
  rolls?: boolean
}

/** A length of time in months, ending on the day of the same number; `rolls` as in a Term. */
export interface MonthTerm {
  months: number
  rolls?: boolean
}

/**
 * Why a day counted or was skipped. `calendar`: every day counts in this term. `rolled`: the day to which a last day off moved.
 * `paused`: the clock stood still.
 */
export type Why = KindOfDay | 'calendar' | 'rolled' | 'paused'

export interface CountedDay {
  on: Day
  counted: boolean
  why: Why
}

/** Where a term ends and how it got there: every day after the start up to the due day. */
export interface Count {
  due: Day
  provisional: boolean
  days: CountedDay[]
}

/** Ten years, in days: a longer term is a slip of the pen, and its table would fill memory. */
export const longestTerm = 3660

/**
 * Counts a term. The start is day 0; counting begins the day after it (行政诉讼法 art. 101 with 民事诉讼法 art. 85; TIME-15).
 * `provisional` when a day on the way lies in a year whose calendar is not announced: then Monday to Friday is only a guess,
 * also for calendar days, because nobody knows yet whether the last day is a working day.
 * Throws a RangeError for a length that is not a whole number from 0 to ten years.
 */
export function count(term: Term | MonthTerm, start: Day, calendar: Calendar): Count {
  const days = rowsOf(term, start, calendar)
  if (term.rolls) days.push(...rolledRows(days.at(-1)?.on ?? start, calendar))
  return {
    due: days.at(-1)?.on ?? start,
    provisional: days.some((row) => !isAnnounced(calendar, row.on)),
    days,
  }
}

function rowsOf(term: Term | MonthTerm, start: Day, calendar: Calendar): CountedDay[] {
  if ('months' in term) {
    mustBeLength(term.months, longestTerm / 30.5)
    return everyDay(start, addMonths(start, term.months))
  }
  mustBeLength(term.days, longestTerm)
  return term.count === 'calendar' ? everyDay(start, addDays(start, term.days)) : workingRows(term.days, start, calendar)
}

function mustBeLength(length: number, most: number): void {
  if (!Number.isInteger(length) || length < 0 || length > most) throw new RangeError(`not the length of a term: ${length}`)
}

function everyDay(start: Day, last: Day): CountedDay[] {
  const rows: CountedDay[] = []
  for (let on = start; on < last;) {
    on = addDays(on, 1)
    rows.push({ on, counted: true, why: 'calendar' })
  }
  return rows
}

function workingRows(length: number, start: Day, calendar: Calendar): CountedDay[] {
  const rows: CountedDay[] = []
  let on = start
  for (let left = length; left > 0;) {
    on = addDays(on, 1)
    const counted = isWorkingDay(calendar, on)
    if (counted) left--
    rows.push({ on, counted, why: kindOfDay(calendar, on) })
  }
  return rows
}

/** The days from a last day off to the working day that takes its place; none when the last day is worked. */
function rolledRows(last: Day, calendar: Calendar): CountedDay[] {
  const rows: CountedDay[] = []
  let on = last
  while (!isWorkingDay(calendar, on)) {
    on = addDays(on, 1)
    rows.push({ on, counted: false, why: isWorkingDay(calendar, on) ? 'rolled' : kindOfDay(calendar, on) })
  }
  return rows
}
