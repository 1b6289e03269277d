import type { CountedDay, Why } from '../../kernel/clock.ts'
import { weekdayOf, type Day } from '../../kernel/day.ts'
import { sayMonth, sayWeekday, type Lang } from '../../kernel/translate.ts'

/** A day of a clock; `act` says what paused it, and takes the place of the general reason. */
export interface PaperDay extends CountedDay {
  act?: string
}

/** The words of the strip: what its shapes mean, and what stands under single days. */
export interface StripLabels {
  legend: { counted: string; free: string; makeUp: string; paused: string; due: string }
  marks: { makeUp: string; holiday: string; due: string }
}

/** The words of the table of days. */
export interface DayTableLabels {
  title: string
  day: string
  weekday: string
  nth: string
  because: string
  /** The reason for each kind of day. */
  why: Record<Why, string>
  /** Behind the reason of the due day. */
  due: string
}

type Shape = 'counted' | 'free' | 'paused'

/** What the template draws for a day. `month` stands over the first day of each month, `mark` under the day. */
export interface DrawnDay {
  date: string
  shape: Shape
  isMakeUp: boolean
  isDue: boolean
  month: string
  mark: string
  weekday: number
}

/** The days of a clock as shapes, one for each day. */
export function drawnDays(days: readonly PaperDay[], due: Day, labels: StripLabels, language: Lang): DrawnDay[] {
  return days.map((day, at) => {
    const date = Number(day.on.slice(8))
    return {
      date: String(date),
      shape: day.why === 'paused' ? 'paused' : day.counted ? 'counted' : 'free',
      isMakeUp: day.why === 'make-up' && day.counted,
      isDue: day.on === due,
      month: at === 0 || date === 1 ? bareMonth(day.on, language) : '',
      mark: markOf(day, days[at - 1], due, labels),
      weekday: weekdayOf(day.on),
    }
  })
}

function markOf(day: PaperDay, before: PaperDay | undefined, due: Day, { marks }: StripLabels): string {
  if (day.on === due) return marks.due
  if (day.why === 'make-up') return marks.makeUp
  return day.why === 'holiday' && before?.why !== 'holiday' ? marks.holiday : ''
}

/** The shapes that stand on a strip, in the order of the legend, with their words. */
export function legendOf(days: readonly DrawnDay[], { legend }: StripLabels): { shape: Shape | 'make-up' | 'due'; words: string }[] {
  const has = (shape: Shape) => days.some((day) => day.shape === shape)
  return [
    { shape: 'counted' as const, words: legend.counted, isThere: has('counted') },
    { shape: 'free' as const, words: legend.free, isThere: has('free') },
    { shape: 'make-up' as const, words: legend.makeUp, isThere: days.some((day) => day.isMakeUp) },
    { shape: 'paused' as const, words: legend.paused, isThere: has('paused') },
    { shape: 'due' as const, words: legend.due, isThere: days.some((day) => day.isDue) },
  ].flatMap(({ shape, words, isThere }) => (isThere ? [{ shape, words }] : []))
}

/** A row of the table of days; `nth` is '' for a day that does not count. */
export interface DayRow {
  day: string
  weekday: string
  nth: string
  why: string
  isDue: boolean
}

/** Every day with its number among the counted ones and the reason why it counts or not. The last number is the length of the term. */
export function dayRows(days: readonly PaperDay[], due: Day, labels: DayTableLabels, language: Lang): DayRow[] {
  let counted = 0
  return days.map((day) => {
    if (day.counted) counted += 1
    const reason = day.act !== undefined && day.act !== '' ? day.act : labels.why[day.why]
    return {
      day: day.on,
      weekday: sayWeekday(day.on, language),
      nth: day.counted ? String(counted) : '',
      why: day.on === due ? `${reason}${language === 'zh' ? '，' : ', '}${labels.due}` : reason,
      isDue: day.on === due,
    }
  })
}

function bareMonth(day: Day, language: Lang): string {
  return language === 'zh' ? `${Number(day.slice(5, 7))}月` : sayMonth(day, 'en').slice(0, 3)
}
