import type { Site } from '../../platform/site.ts'
import { calendarWith } from './overlay.ts'
import { findNewestSequence, listEffective } from './queries.ts'

const seen = new WeakMap<Site, number>()

/** Brings the site's calendar up to the newest notice in effect: one small question where nothing is new. True where it changed. */
export async function refreshCalendar(site: Site): Promise<boolean> {
  const db = site.database.read
  if ((await findNewestSequence(db)) === (seen.get(site) ?? 0)) return false
  const notices = await listEffective(db)
  site.calendar = calendarWith(site.pack.calendar, notices)
  seen.set(site, notices.at(-1)?.sequence ?? 0)
  return true
}
