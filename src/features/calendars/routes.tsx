import { addMonths, yearOf, type Day } from '../../kernel/day.ts'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { findPeople } from '../accounts/index.ts'
import { loadNoticeRules } from './load-notice-rules.ts'
import { CalendarPage } from './pages/calendar-page.tsx'
import { WorkingDaysPage } from './pages/public-page.tsx'
import { listNotices } from './queries.ts'
import { newRoutes } from './routes-new.tsx'
import { noticeRoutes, type ListMoved } from './routes-notice.tsx'

/** The calendar at the desk and in public. `listMoved` tells what another calendar would move; the whole program knows, this slice does not. */
export function routes(listMoved: ListMoved): readonly Route[] {
  return [
    { method: 'GET', path: '/desk/calendar', policy: 'calendars.read', answer: showCalendar },
    ...newRoutes,
    ...noticeRoutes(listMoved),
    {
      method: 'GET',
      path: '/calendar',
      policy: 'public.read',
      keeps: true,
      answer: async ({ site, reader }) => ({ page: <WorkingDaysPage reader={reader} calendar={site.calendar} /> }),
    },
  ]
}

async function showCalendar({ site, reader }: Ask): Promise<Answer> {
  const notices = await listNotices(site.database.read)
  const people = await findPeople(
    site.database.read,
    notices.map((notice) => notice.proposedBy),
  )
  const missing = missingYear(site.calendar.announcedUntil, reader.today, loadNoticeRules().usualMonth)
  return { page: <CalendarPage {...{ reader, calendar: site.calendar, notices, people, missing }} /> }
}

/** The first year that should be known by now: this one always, the next once the month in which notices usually come is over. */
function missingYear(announcedUntil: Day, today: Day, usualMonth: number): number | undefined {
  const expected = yearOf(addMonths(today, 12 - usualMonth))
  const known = yearOf(announcedUntil)
  return known < expected ? known + 1 : undefined
}
