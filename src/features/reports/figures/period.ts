import { addDays, asDay, lastDayOfMonth, type Day } from '../../../kernel/day.ts'

export const periodKinds = ['year', 'half-year', 'quarter', 'month'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** A year, a half, a quarter or a month of the calendar, with both its days; `code` is `2026`, `2026-H1`, `2026-Q3` or `2026-09`. */
export interface Period {
  code: string
  kind: PeriodKind
  from: Day
  until: Day
}

const months: Record<PeriodKind, number> = { year: 12, 'half-year': 6, quarter: 3, month: 1 }
const letters: Record<PeriodKind, string> = { year: '', 'half-year': 'H', quarter: 'Q', month: '' }

/** Reads a code; undefined for anything that is none. */
export function periodFrom(code: string): Period | undefined {
  const match = /^(\d{4})(?:-(?:(H)([12])|(Q)([1-4])|(0[1-9]|1[0-2])))?$/.exec(code)
  if (match === null || Number(match[1]) < 1900) return undefined
  const [, year, half, halfAt, quarter, quarterAt, month] = match
  const kind: PeriodKind = half ? 'half-year' : quarter ? 'quarter' : month ? 'month' : 'year'
  const at = Number(halfAt ?? quarterAt ?? month ?? 1)
  return periodAt(kind, Number(year) * (12 / months[kind]) + at - 1)
}

/** The period of a kind in which a day lies. */
export function periodWith(kind: PeriodKind, day: Day): Period {
  const [year, month] = day.split('-').map(Number)
  return periodAt(kind, Math.floor(((year ?? 0) * 12 + (month ?? 1) - 1) / months[kind]))
}

/** The period of the same kind just before. */
export function before(period: Period): Period {
  return periodWith(period.kind, addDays(period.from, -1))
}

/** The same period one year earlier. */
export function yearBefore(period: Period): Period {
  const earlier = periodFrom(period.code.replace(/^\d{4}/, (year) => String(Number(year) - 1).padStart(4, '0')))
  return earlier ?? before(period)
}

/** The period of a kind that ended so many before the one in which a day lies: 1 is the last that is over. */
export function periodsBefore(kind: PeriodKind, day: Day, ago: number): Period {
  const running = periodWith(kind, day)
  return ago === 0 ? running : periodsBefore(kind, addDays(running.from, -1), ago - 1)
}

/** Counted from year 0: the tenth quarter is the second of year 2. */
function periodAt(kind: PeriodKind, ordinal: number): Period {
  const length = months[kind]
  const from = monthDay(ordinal * length)
  const year = from.slice(0, 4)
  const at = (ordinal % (12 / length)) + 1
  const code = kind === 'year' ? year : kind === 'month' ? from.slice(0, 7) : `${year}-${letters[kind]}${at}`
  return { code, kind, from, until: lastDayOfMonth(monthDay((ordinal + 1) * length - 1).slice(0, 7)) }
}

function monthDay(month: number): Day {
  return asDay(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`)
}
