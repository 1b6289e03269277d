declare const brand: unique symbol

/** A civil day, `YYYY-MM-DD`, without an hour or a zone. Days compare as text: `a < b` means earlier. */
export type Day = string & { readonly [brand]: 'Day' }

const form = /^\d{4}-\d{2}-\d{2}$/
const dayMs = 86_400_000
// China has one zone and, since 1991, no summer time. A fixed offset keeps the answer free of the machine's own zone.
const shanghaiMs = 8 * 3_600_000

/**
 * True for a day that somebody may ask for: one that exists, in the years 1900 to 2199. What is counted from it, as far as the longest
 * term, stays within four-digit years.
 */
export function isDay(text: string): text is Day {
  return isCalendarDay(text) && text >= '1900' && text < '2200'
}

/** True for a day that exists, in whatever four-digit year: `2024-02-29` and `1842-08-29` are such days, `2023-02-29` is not. */
export function isCalendarDay(text: string): text is Day {
  return form.test(text) && isoOf(Date.parse(text)) === text
}

/** The text as a day, in whatever four-digit year. Throws a RangeError that quotes a text which is not one. */
export function asDay(text: string): Day {
  if (!isCalendarDay(text)) throw new RangeError(`not a day (YYYY-MM-DD): ${JSON.stringify(text)}`)
  return text
}

/** The civil day in Asia/Shanghai at an instant, whatever zone the process runs in. */
export function dayOf(instant: Date): Day {
  return dayAt(instant.getTime() + shanghaiMs)
}

/** The day `n` days later; earlier when `n` is negative. Throws a RangeError outside the years 0000 to 9999. */
export function addDays(day: Day, n: number): Day {
  return dayAt(Date.parse(day) + n * dayMs)
}

/** The same day of the month `n` months later, or the last day of that month where it is shorter. */
export function addMonths(day: Day, n: number): Day {
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + n
  const month = `${pad(Math.floor(months / 12), 4)}-${pad((((months % 12) + 12) % 12) + 1, 2)}`
  const wanted = `${month}-${day.slice(8)}`
  return isCalendarDay(wanted) ? wanted : lastDayOfMonth(month)
}

/** Days from `a` to `b`: 0 for the same day, negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return (Date.parse(b) - Date.parse(a)) / dayMs
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay() || 7
}

/** `YYYY-MM`. */
export function monthOf(day: Day): string {
  return day.slice(0, 7)
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** For sorting, the earlier day first. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The last day of a month `YYYY-MM`. */
export function lastDayOfMonth(month: string): Day {
  for (const last of ['31', '30', '29', '28']) {
    const day = `${month}-${last}`
    if (isCalendarDay(day)) return day
  }
  throw new RangeError(`not a month (YYYY-MM): ${JSON.stringify(month)}`)
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0')
}

const firstMs = Date.parse('0000-01-01')
const lastMs = Date.parse('9999-12-31') + dayMs - 1

/** The day in UTC at an instant; calendars walk through many, so nothing is read back. Throws a RangeError beyond four-digit years. */
function dayAt(ms: number): Day {
  if (!(ms >= firstMs && ms <= lastMs)) throw new RangeError(`not a day (YYYY-MM-DD): ${isoOf(ms)}`)
  return isoOf(ms) as Day
}

function isoOf(ms: number): string {
  const instant = new Date(ms)
  return Number.isNaN(instant.getTime()) ? 'no such day' : instant.toISOString().slice(0, -14)
}
