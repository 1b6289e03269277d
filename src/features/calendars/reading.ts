import { asDay, isDay, weekdayOf, type Day } from '../../kernel/day.ts'
import type { Block, HolidayName } from './paper.ts'

/** What was read out of a text, and everything in it that was not understood. */
export interface Reading {
  year: number | undefined
  number: string
  announcedOn: Day | undefined
  off: Block[]
  working: Day[]
  /** What names days or work and was not understood, or contradicts itself: a person must look. */
  doubts: Doubt[]
  /** What was passed over because it names no days: greetings, advice. */
  passedOver: string[]
}

export type DoubtReason = 'unread' | 'weekday' | 'no-such-day' | 'no-year' | 'unknown-holiday' | 'many-years' | 'repeats'

export interface Doubt {
  reason: DoubtReason
  /** The words it is about, as they stand. */
  text: string
}

/** The holidays that have a name already, by key: `spring-festival`. */
export type HolidayNames = Readonly<Record<string, HolidayName>>

/** A reading of nothing. */
export function nothingRead(): Reading {
  return { year: undefined, number: '', announcedOn: undefined, off: [], working: [], doubts: [], passedOver: [] }
}

/** The day of these numbers, or undefined where there is none such. */
export function dayFrom(year: number | string, month: number | string, date: number | string): Day | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isDay(text) ? asDay(text) : undefined
}

/** A holiday's Chinese name with the English one that the pack gives it; holidays that fall together are put together. */
export function nameOf(nameZh: string, names: HolidayNames): HolidayName {
  const english = (one: string): string | undefined => Object.values(names).find((known) => known.nameZh === one)?.nameEn
  const parts = nameZh.split(/[、和]/).map(english)
  const together = parts.includes(undefined) ? nameZh : parts.join(' and ')
  return { nameZh, nameEn: english(nameZh) ?? together }
}

const weekdays = '一二三四五六日'

/** The weekday that "(农历除夕、周二)" or "星期天" names, 1 to 7; undefined where it names none. */
export function weekdayIn(text: string): number | undefined {
  const letter = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(text)?.[1]
  return letter === undefined ? undefined : letter === '天' ? 7 : weekdays.indexOf(letter) + 1
}

/** Does a text that names a weekday name the right one? */
export function isRightWeekday(day: Day, text: string): boolean {
  const named = weekdayIn(text)
  return named === undefined || named === weekdayOf(day)
}
