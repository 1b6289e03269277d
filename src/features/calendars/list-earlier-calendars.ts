import type { Calendar } from '../../kernel/calendar.ts'
import type { Site } from '../../platform/site.ts'
import { calendarWith } from './overlay.ts'
import { listEffective } from './queries.ts'

/** The calendars that were in effect before the present one, the pack's own first: due days may have been counted with any of them. */
export async function listEarlierCalendars(site: Site): Promise<Calendar[]> {
  const notices = await listEffective(site.database.read)
  return notices.map((_, at) => calendarWith(site.pack.calendar, notices.slice(0, at)))
}
