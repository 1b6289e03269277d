import type { Site } from '../../platform/site.ts'
import { refreshCalendar } from './refresh-calendar.ts'

const everyMs = 1000

/** Looks once a second whether a notice took effect, in whatever process it was signed; `changed` is called after the calendar changed. */
export function followCalendar(site: Site, changed: () => void): { stop(): void } {
  const look = async (): Promise<void> => {
    if (await refreshCalendar(site)) changed()
  }
  // While the database does not answer nothing is signed either; the next look asks again.
  const timer = setInterval(() => void look().catch(() => undefined), everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
