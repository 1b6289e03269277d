import type { Calendar } from '../calendar.ts'
import type { Day } from '../day.ts'
import { daysWithin, type KnownDay } from '../workday.ts'
import type { CaseDay } from './clock.ts'
import type { Stop } from './pause.ts'

/**
 * The days after `start` up to and including `last`, each with why it counted or did not; a day off within a pause is told as a day off,
 * because it would not have counted anyway. `stops` name what paused a working day.
 */
export function tableOf(start: Day, last: Day, stops: readonly Stop[], calendar: Calendar): CaseDay[] {
  return daysWithin(calendar, start, last).map((day) => rowOf(day, stops))
}

function rowOf({ on, kind: why, isWorked }: KnownDay, stops: readonly Stop[]): CaseDay {
  const here = isWorked ? stops.filter(({ after, until }) => after < on && (until === undefined || until >= on)) : []
  if (here.length === 0) return { on, counted: isWorked, why }
  const consultations = here.flatMap(({ consultation }) => (consultation === undefined ? [] : [consultation])).sort()
  const forReasons = consultations.length < here.length ? { forReasons: true as const } : {}
  return { on, counted: false, why: 'paused', ...(consultations.length > 0 ? { consultations } : {}), ...forReasons }
}
