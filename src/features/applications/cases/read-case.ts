import type { Day } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit, type Unit } from '../../organisations/index.ts'
import { calendarOf } from './calendar-of.ts'
import type { StoredApplication, StoredEvent } from './application.ts'
import { listEvents } from './queries-events.ts'
import { listCaseFiles, type CaseFile } from './queries-files.ts'
import { listItems, type StoredItem } from './queries-items.ts'
import { findByRef, findWithPromise } from './queries.ts'
import { readClock, type RunningClock } from './read-clock.ts'

/** A case as pages show it: what was asked, the clock from its events, the items and files. Never who asked. */
export interface CaseView extends RunningClock {
  application: StoredApplication
  unit: Unit
  events: readonly StoredEvent[]
  items: readonly StoredItem[]
  files: readonly CaseFile[]
  today: Day
}

/** Reads one case by its address. Throws NotFound. */
export async function readCase(site: Site, db: Db, ref: string): Promise<CaseView> {
  const found = await findWithPromise(db, ref)
  const unit = found && (await findUnit(db, found.application.unitId))
  if (found === undefined || unit === undefined) throw new NotFound('applications.application')
  const { application, promiseDays } = found
  const [events, items, files] = [
    await listEvents(db, application.id),
    await listItems(db, application.id),
    await listCaseFiles(db, application.id),
  ]
  const calendar = await calendarOf(site, application, events)
  const running = readClock({ pack: site.pack, calendar }, events, promiseDays)
  return { application, unit, events, items, files, today: site.today(), ...running }
}

/** The path of the unit that a case belongs to, for the edge; undefined where there is no such case. */
export async function pathOfCase(db: Db, ref: string): Promise<string | undefined> {
  const application = await findByRef(db, ref)
  return application && (await findUnit(db, application.unitId))?.path
}
