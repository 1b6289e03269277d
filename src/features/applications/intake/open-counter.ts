import type { Day } from '../../../kernel/day.ts'
import { done } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findCounter, saveCounter } from '../cases/queries-counters.ts'
import { openingContent, openingSubject } from './opening.ts'

/**
 * Lets a unit take applications, from today on unless told, with its own promise in working days where it makes one; for a unit that
 * takes them already, the promise alone changes. `actor` is a pseudonym of the record.
 */
export async function openCounter(
  site: Site,
  unitId: number,
  promiseDays?: number,
  { sinceOn = site.today(), actor = 'system' }: { sinceOn?: Day; actor?: string } = {},
): Promise<void> {
  await site.database.transaction(async (db) => {
    await saveCounter(db, unitId, promiseDays, sinceOn)
    const counter = await findCounter(db, unitId)
    if (counter === undefined) throw new Error(`${openingSubject(unitId)} is gone`)
    await record(db, {
      ...{ at: site.now(), actor, act: 'applications.open-counter', subject: openingSubject(unitId), unitId },
      content: openingContent(counter),
    })
    return done(undefined)
  })
}
