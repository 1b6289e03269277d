import { addDays, asDay, weekdayOf, type Day } from '../../kernel/day.ts'
import type { AskedOn } from './missed.ts'

/** A week from its Monday, and how often words were asked in it. */
export interface Week {
  from: Day
  times: number
}

const daysInWeek = 7

/** The last `count` weeks up to that of today, oldest first. */
export function weeksOf(asked: readonly AskedOn[], today: Day, count: number): Week[] {
  const monday = mondayOf(today)
  return Array.from({ length: count }, (_, at) => {
    const from = addDays(monday, -(count - 1 - at) * daysInWeek)
    const until = addDays(from, daysInWeek)
    return { from, times: asked.reduce((sum, { on, times }) => sum + (on >= from && on < until ? times : 0), 0) }
  })
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return asDay(addDays(day, -((weekdayOf(day) + daysInWeek - 1) % daysInWeek)))
}
