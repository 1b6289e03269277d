import * as applications from './features/applications/index.ts'
import type * as calendars from './features/calendars/index.ts'
import * as catalogue from './features/catalogue/index.ts'
import type { Calendar } from './kernel/calendar.ts'
import type { Site } from './platform/site.ts'

/** What is open and moves when the calendar does. */
export async function listMoved(site: Site, before: Calendar, after: Calendar): Promise<calendars.Moved[]> {
  const tasks = (await catalogue.listMovedTasks(site, before, after)).map(({ task, duty, due }): calendars.Moved => ({
    ...{ kind: 'task', href: `/desk/tasks/${task.id}`, unitId: task.unitId, wasDueOn: task.dueOn, ...due },
    label: { nameZh: `${duty.titleZh} ${task.matter || task.period}`, nameEn: `${duty.titleEn} ${task.matter || task.period}` },
  }))
  const cases = (await applications.listMovedCases(site, before, after)).map(({ ref, number, ...moved }): calendars.Moved => ({
    ...{ kind: 'application', href: `/desk/applications/${ref}`, label: number, ...moved },
  }))
  return [...cases, ...tasks]
}
