import { addDays, addMonths, asDay, monthOf, yearOf, type Day } from '../../kernel/day.ts'

/** A span of due days, both included. What is due today may still be kept, so no span reaches further than yesterday. */
export interface Period {
  from: Day
  until: Day
}

/** Which part of the account somebody asks for: one month, one calendar year, or (neither) the last twelve months. */
export interface AskedPeriod {
  /** `YYYY-MM` */
  month?: string | undefined
  year?: number | undefined
}

/** How many calendar years the account goes back, the running one included. */
export const accountYears = 3

/** The due days that an account is about; empty (`until` before `from`) where nothing of it has gone by yet. */
export function periodOf({ month, year }: AskedPeriod, today: Day): Period {
  if (month !== undefined) return upToYesterday(asDay(`${month}-01`), addDays(addMonths(asDay(`${month}-01`), 1), -1), today)
  if (year !== undefined) return upToYesterday(asDay(`${year}-01-01`), asDay(`${year}-12-31`), today)
  return lastYear(today)
}

/** The due days that count as kept or broken: the month of yesterday and the eleven before it, whole, so that each has one list. */
export function lastYear(today: Day): Period {
  const until = addDays(today, -1)
  return { from: asDay(`${monthOf(addMonths(until, -11))}-01`), until }
}

/** Every month that a period touches, `YYYY-MM`, the oldest first. */
export function monthsOf({ from, until }: Period): string[] {
  const months: string[] = []
  for (let first = asDay(`${monthOf(from)}-01`); first <= until; first = addMonths(first, 1)) months.push(monthOf(first))
  return months
}

/** The calendar years of the account, the running one first. */
export function yearsOf(today: Day): number[] {
  return Array.from({ length: accountYears }, (_, back) => yearOf(today) - back)
}

function upToYesterday(from: Day, until: Day, today: Day): Period {
  const yesterday = addDays(today, -1)
  return { from, until: until < yesterday ? until : yesterday }
}
