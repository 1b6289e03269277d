import { done } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { saveCounter } from '../cases/queries-counters.ts'

/** Lets a unit take applications from today on, with its own promise in working days where it makes one. */
export async function openCounter(site: Site, unitId: number, promiseDays?: number): Promise<void> {
  await site.database.transaction(async (db) => done(await saveCounter(db, unitId, promiseDays, site.today())))
}
