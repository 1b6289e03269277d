import type { Calendar } from '../calendar.ts'
import type { Day } from '../day.ts'
import { workingDayAfter, workingDaysWithin } from '../workday.ts'
import type { CasePause } from './clock.ts'

/**
 * The day on which a count of working days from the day after `start` reaches `length`, days of pauses left out; undefined where a pause
 * without an end comes first. The pauses are apart from each other, the earlier first.
 */
export function dueAfter(start: Day, length: number, pauses: readonly CasePause[], calendar: Calendar): Day | undefined {
  let due = workingDayAfter(calendar, start, length)
  let paused = 0
  for (const { after, until } of pauses) {
    if (until !== undefined && until <= start) continue
    if (after >= due) break
    if (until === undefined) return undefined
    paused += workingDaysWithin(calendar, after > start ? after : start, until)
    due = workingDayAfter(calendar, start, length + paused)
  }
  return due
}
