import { type Calendar, isWorkingDay, kindOfDay } from '../calendar.ts'
import { addDays, type Day } from '../day.ts'
import type { CaseDay } from './clock.ts'
import type { Stop } from './pause.ts'

/**
 * The days after `start` up to and including `last`, each with why it counted or did not; a day off within a pause is told as a day off,
 * because it would not have counted anyway. `stops` name what paused a working day.
 */
export function tableOf(start: Day, last: Day, stops: readonly Stop[], calendar: Calendar): CaseDay[] {
  const rows: CaseDay[] = []
  for (let on = start; on < last;) {
    on = addDays(on, 1)
    rows.push(rowOf(on, stops, calendar))
  }
  return rows
}

function rowOf(on: Day, stops: readonly Stop[], calendar: Calendar): CaseDay {
  const why = kindOfDay(calendar, on)
  const isWorked = isWorkingDay(calendar, on)
  const here = isWorked ? stops.filter(({ after, until }) => after < on && (until === undefined || until >= on)) : []
  if (here.length === 0) return { on, counted: isWorked, why }
  const consultations = here.flatMap(({ consultation }) => (consultation === undefined ? [] : [consultation])).sort()
  const forReasons = consultations.length < here.length ? { forReasons: true as const } : {}
  return { on, counted: false, why: 'paused', ...(consultations.length > 0 ? { consultations } : {}), ...forReasons }
}
