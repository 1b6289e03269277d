import { addDays, type Day, weekdayOf } from './day.ts'

/** Why a day is off or worked against its weekday: the holiday's name and what it rests on. */
export interface DayNote {
  nameZh: string
  nameEn: string
  basis?: string
}

/** Where one year of a calendar comes from. */
export interface CalendarSource {
  year: number
  notices: readonly string[]
  announcedOn?: Day
  confidence: 'certain' | 'likely' | 'unsure'
}

/** The days that are off and the weekend days that are worked, for a span of announced years. */
export interface Calendar {
  readonly announcedFrom: Day
  readonly announcedUntil: Day
  readonly off: ReadonlyMap<Day, DayNote>
  readonly makeUp: ReadonlyMap<Day, DayNote>
  readonly sources: readonly CalendarSource[]
}

/** Local changes to a calendar: holidays of a minority area, days moved by a province. */
export interface Overlay {
  off: ReadonlyMap<Day, DayNote>
  working: ReadonlyMap<Day, DayNote>
}

export type KindOfDay = 'working' | 'weekend' | 'holiday' | 'make-up' | 'unannounced'

/** What a day is. Outside the announced years nobody knows, except where an overlay names the day. */
export function kindOfDay(calendar: Calendar, day: Day): KindOfDay {
  if (calendar.makeUp.has(day)) return 'make-up'
  if (calendar.off.has(day)) return 'holiday'
  if (!isAnnounced(calendar, day)) return 'unannounced'
  return isWeekend(day) ? 'weekend' : 'working'
}

/** True for a working day; for an unannounced day a plain Monday-to-Friday guess, which `isAnnounced` tells apart. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  const kind = kindOfDay(calendar, day)
  return kind === 'unannounced' ? !isWeekend(day) : kind === 'working' || kind === 'make-up'
}

/** True where the calendar of the day's year has been announced. */
export function isAnnounced(calendar: Calendar, day: Day): boolean {
  return day >= calendar.announcedFrom && day <= calendar.announcedUntil
}

/**
 * The n-th working day strictly after `day`, or strictly before it when `n` is negative; the day itself when `n` is 0.
 * `provisional` when a day on the way is unannounced.
 */
export function addWorkingDays(calendar: Calendar, day: Day, n: number): { on: Day; provisional: boolean } {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of days: ${n}`)
  let on = day
  let provisional = false
  for (let left = Math.abs(n); left > 0;) {
    on = addDays(on, Math.sign(n))
    provisional ||= !isAnnounced(calendar, on)
    if (isWorkingDay(calendar, on)) left--
  }
  return { on, provisional }
}

/** Working days after `from` up to and including `to`; the same count with a minus sign when `to` is the earlier day. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from)
  let count = 0
  for (let day = from; day < to;) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) count++
  }
  return count
}

/**
 * Working days that remain after today until the end of the due day; negative when overdue by that many working days.
 * 0 on the due day, and also on days off right after it: whether something is overdue is `due < today`, not this number.
 */
export function workingDaysLeft(calendar: Calendar, today: Day, due: Day): number {
  return workingDaysBetween(calendar, today, due)
}

/** The first working day on or after `day`. */
export function workingDayFrom(calendar: Calendar, day: Day): Day {
  let on = day
  while (!isWorkingDay(calendar, on)) on = addDays(on, 1)
  return on
}

/** The calendar with local days laid over it; the overlay wins. Throws a RangeError for a day that it calls both off and worked. */
export function withOverlay(calendar: Calendar, overlay: Overlay): Calendar {
  const off = new Map(calendar.off)
  const makeUp = new Map(calendar.makeUp)
  for (const [day, note] of overlay.off) {
    if (overlay.working.has(day)) throw new RangeError(`the overlay calls ${day} both off and worked`)
    makeUp.delete(day)
    off.set(day, note)
  }
  for (const [day, note] of overlay.working) {
    off.delete(day)
    makeUp.set(day, note)
  }
  return { ...calendar, off, makeUp }
}

function isWeekend(day: Day): boolean {
  return weekdayOf(day) > 5
}
