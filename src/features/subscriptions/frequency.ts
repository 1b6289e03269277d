import { addDays, weekdayOf, type Day } from '../../kernel/day.ts'

export const frequencies = ['at-once', 'daily', 'weekly'] as const
export type Frequency = (typeof frequencies)[number]

/** Of several wishes that one change answers, the most urgent decides when the reader is told. */
export function mostUrgent(asked: readonly Frequency[]): Frequency {
  return frequencies.find((one) => asked.includes(one)) ?? 'weekly'
}

/** When the city's clock says so many hours of a day. */
export interface Moment {
  today: Day
  hour: number
}

/**
 * The day of the digest that is due now or was due last, so that a digest that a night without power swallowed is sent the next morning.
 * A reader whose last digest is older than that day gets one.
 */
export function digestDay(frequency: Exclude<Frequency, 'at-once'>, now: Moment, rules: { digestHour: number; weeklyOn: number }): Day {
  const reached = now.hour < rules.digestHour ? addDays(now.today, -1) : now.today
  if (frequency === 'daily') return reached
  return addDays(reached, -((weekdayOf(reached) - rules.weeklyOn + 7) % 7))
}
