import type { Database, Db } from '../database/index.ts'
import type { Site } from '../site.ts'
import { findHead } from './queries.ts'

/**
 * Makes a reading that is remembered until the record grows, or the day or the calendar changes. Right for whatever changes only by recorded acts: a
 * change by any process shows at the next reading.
 */
export function keepWhileRecorded<Value>(read: (site: Site, db: Db) => Promise<Value>): (site: Site, db: Db) => Promise<Value> {
  const kept = new WeakMap<Database, { state: string; calendar: Site['calendar']; value: Value }>()
  return async (site, db) => {
    const head = await findHead(db)
    const state = `${head?.seq} ${head?.hash} ${site.today()}`
    const known = kept.get(site.database)
    if (known?.state === state && known.calendar === site.calendar) return known.value
    const { calendar } = site
    const value = await read(site, db)
    kept.set(site.database, { state, calendar, value })
    return value
  }
}
