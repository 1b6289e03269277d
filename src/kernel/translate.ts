import { type Day, weekdayOf } from './day.ts'

export type Lang = 'zh' | 'en'
export type Params = Record<string, string | number>

const placeholder = /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g
const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const numbers = { zh: new Intl.NumberFormat('zh-CN'), en: new Intl.NumberFormat('en-GB') }

/**
 * The words of a key with its placeholders filled: `{name}` by its value, `{n|day|days}` by the first form when n is 1 and the
 * second otherwise. A missing key answers itself and a missing value leaves its placeholder, so that a gap shows and breaks nothing.
 */
export function translate(words: Record<string, string>, key: string, params: Params = {}): string {
  const text = Object.hasOwn(words, key) ? words[key] : undefined
  if (text === undefined) return key
  return text.replace(placeholder, (whole: string, name: string, one?: string, many?: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    if (value === undefined) return whole
    if (one === undefined || many === undefined) return String(value)
    return Number(value) === 1 ? one : many
  })
}

/** The names in a text's placeholders, each once, sorted: translations of one text must agree in them. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map((match) => match[1] ?? ''))].sort()
}

/** `周五 2025年10月31日` / `Fri 31 Oct 2025`. */
export function sayDay(day: Day, lang: Lang): string {
  const { year, month, date, weekday } = partsOf(day, lang)
  return lang === 'zh' ? `${weekday} ${year}年${month}月${date}日` : `${weekday} ${date} ${shortMonth(month)} ${year}`
}

/** `周五 10月31日` / `Fri 31 Oct`: where the year is plain from what stands around it. */
export function sayShortDay(day: Day, lang: Lang): string {
  const { month, date, weekday } = partsOf(day, lang)
  return lang === 'zh' ? `${weekday} ${month}月${date}日` : `${weekday} ${date} ${shortMonth(month)}`
}

/** `2025年10月31日` / `31 October 2025`: as official papers date themselves, without a weekday. */
export function sayDate(day: Day, lang: Lang): string {
  const { year, month, date } = partsOf(day, lang)
  return lang === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1]} ${year}`
}

/** `周五` / `Fri`. */
export function sayWeekday(day: Day, lang: Lang): string {
  return weekdays[lang][weekdayOf(day) - 1] ?? ''
}

/** `2025年10月` / `October 2025`, from `2025-10` or a day. */
export function sayMonth(month: string, lang: Lang): string {
  const year = month.slice(0, 4)
  const number = Number(month.slice(5, 7))
  return lang === 'zh' ? `${year}年${number}月` : `${months[number - 1]} ${year}`
}

/** `3月31日` / `31 March`, from `03-31`: a day of every year. */
export function sayMonthDay(text: string, lang: Lang): string {
  const month = Number(text.slice(0, 2))
  const date = Number(text.slice(3))
  return lang === 'zh' ? `${month}月${date}日` : `${date} ${months[month - 1]}`
}

/** A number with its thousands apart: `12,345`. */
export function sayNumber(n: number, lang: Lang): string {
  return numbers[lang].format(n)
}

function partsOf(day: Day, lang: Lang) {
  return {
    year: day.slice(0, 4),
    month: Number(day.slice(5, 7)),
    date: Number(day.slice(8)),
    weekday: sayWeekday(day, lang),
  }
}

function shortMonth(month: number): string {
  return (months[month - 1] ?? '').slice(0, 3)
}
