import { type Calendar, isWorkingDay, kindOfDay, type KindOfDay } from './calendar.ts'
import { addDays, asDay, type Day, daysBetween, yearOf } from './day.ts'

/** A day as a calendar has it; where nobody knows, `isWorked` is the guess. */
export interface KnownDay {
  on: Day
  kind: KindOfDay
  isWorked: boolean
}

/** A span of whole years: `before[n]` are the working days up to the n-th day of the span, `list` all of them in order. */
interface Index {
  firstYear: number
  lastYear: number
  firstOn: Day
  days: KnownDay[]
  before: Int32Array
  list: Day[]
}

const indexes = new WeakMap<Calendar, Index>()
/** Enough for one term beyond the day that was asked for; the index grows when it is not. */
const spareYears = 1

/**
 * The n-th working day strictly after a day, n from 1: what `addWorkingDays` says, from an index that is made once per calendar.
 * Throws a RangeError as `addDays` does.
 */
export function workingDayAfter(calendar: Calendar, day: Day, n: number): Day {
  for (let years = spareYears; ; years *= 2) {
    const index = indexOf(calendar, yearOf(day), yearOf(day) + years)
    const found = index.list[rankIn(index, day) + n - 1]
    if (found !== undefined) return found
  }
}

/** Working days after `from` up to and including `to`, which is not earlier, from the same index. */
export function workingDaysWithin(calendar: Calendar, from: Day, to: Day): number {
  const index = indexOf(calendar, yearOf(from), yearOf(to))
  return rankIn(index, to) - rankIn(index, from)
}

/** The days after `after` up to and including `until`, from the same index; none where `until` is not later. */
export function daysWithin(calendar: Calendar, after: Day, until: Day): KnownDay[] {
  const { days, firstOn } = indexOf(calendar, yearOf(after), yearOf(until))
  return days.slice(daysBetween(firstOn, after) + 1, daysBetween(firstOn, until) + 1)
}

function rankIn({ firstOn, before }: Index, day: Day): number {
  return before[daysBetween(firstOn, day)] ?? 0
}

function indexOf(calendar: Calendar, firstYear: number, lastYear: number): Index {
  const known = indexes.get(calendar)
  if (known && known.firstYear <= firstYear && known.lastYear >= lastYear) return known
  const first = Math.min(firstYear, known?.firstYear ?? yearOf(calendar.announcedFrom))
  const last = Math.max(lastYear, known?.lastYear ?? yearOf(calendar.announcedUntil) + spareYears)
  const index = makeIndex(calendar, first, last)
  indexes.set(calendar, index)
  return index
}

function makeIndex(calendar: Calendar, firstYear: number, lastYear: number): Index {
  const firstOn = asDay(`${String(firstYear).padStart(4, '0')}-01-01`)
  const length = daysBetween(firstOn, asDay(`${String(lastYear).padStart(4, '0')}-12-31`)) + 1
  const days: KnownDay[] = []
  const before = new Int32Array(length)
  const list: Day[] = []
  for (let at = 0, on = firstOn; at < length; at++) {
    const isWorked = isWorkingDay(calendar, on)
    if (isWorked) list.push(on)
    days.push({ on, kind: kindOfDay(calendar, on), isWorked })
    before[at] = list.length
    if (at + 1 < length) on = addDays(on, 1)
  }
  return { firstYear, lastYear, firstOn, days, before, list }
}
