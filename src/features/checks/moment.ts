import { isCalendarDay } from '../../kernel/day.ts'
import { matchesIn, type Span } from './reading.ts'

/** A date as a text names it. Without a day it means the whole month. `isReal` is false for the 30th of February. */
export interface Moment {
  start: number
  end: number
  year: number
  month: number
  day?: number
  isReal: boolean
}

/** The English names of the months, as the inside of a pattern. */
export const monthWords = 'January|February|March|April|May|June|July|August|September|October|November|December'

const months = monthWords.split('|')
const chinese = /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})[日号])?/g
const iso = /(?<![\d-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?![\d-])/g
const dayFirst = new RegExp(`(?<!\\d)(?:(\\d{1,2}) )?(${monthWords}),? ((?:19|20)\\d{2})(?!\\d)`, 'g')
const monthFirst = new RegExp(`\\b(${monthWords}) (\\d{1,2}), ?((?:19|20)\\d{2})(?!\\d)`, 'g')

/** Every date in a span that names its year and month, in the order of the text. */
export function momentsIn(span: Span): Moment[] {
  const numeric = [chinese, iso].flatMap((pattern) =>
    [...matchesIn(span, pattern)].map(({ start, end, parts: [y, m, d] }) => momentOf(start, end, y, m, d)),
  )
  const english = [
    ...[...matchesIn(span, dayFirst)].map(({ start, end, parts: [d, m, y] }) => momentOf(start, end, y, monthOf(m), d)),
    ...[...matchesIn(span, monthFirst)].map(({ start, end, parts: [m, d, y] }) => momentOf(start, end, y, monthOf(m), d)),
  ]
  return [...numeric, ...english].sort((a, b) => a.start - b.start)
}

/** 1 to 12 for an English name of a month, 0 for anything else. */
export function monthOf(name = ''): number {
  return months.indexOf(name) + 1
}

/** A number that grows with time, for comparing moments and days; the month as a whole counts as its last day. */
export function rankOf({ year, month, day }: { year: number; month: number; day?: number }): number {
  return (year * 12 + month - 1) * 32 + (day ?? 31)
}

function momentOf(start: number, end: number, y: string | undefined, m: string | number | undefined, d: string | undefined): Moment {
  const [year, month] = [Number(y), Number(m)]
  const isReal = isCalendarDay(`${year}-${String(month).padStart(2, '0')}-${(d ?? '1').padStart(2, '0')}`)
  return { start, end, year, month, ...(d === undefined ? {} : { day: Number(d) }), isReal }
}
