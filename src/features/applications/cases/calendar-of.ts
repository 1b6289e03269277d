import type { Calendar } from '../../../kernel/calendar.ts'
import type { Site } from '../../../platform/site.ts'
import { listEarlierCalendars } from '../../calendars/index.ts'
import type { StoredApplication, StoredEvent } from './application.ts'
import { readClock } from './read-clock.ts'

/**
 * The calendar under which a case is read: that of today while it is open. A case that ended keeps the dates it ended with: where a
 * later notice would move them, it is read under the calendar that gave them.
 */
export async function calendarOf(site: Site, application: StoredApplication, events: readonly StoredEvent[]): Promise<Calendar> {
  const gives = (calendar: Calendar): boolean => readClock({ pack: site.pack, calendar }, events).clock.dueOn === application.dueOn
  if (application.endedOn === undefined || gives(site.calendar)) return site.calendar
  return (await listEarlierCalendars(site)).findLast(gives) ?? site.calendar
}
