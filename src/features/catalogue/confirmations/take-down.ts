import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listStanding, saveStanding } from './queries.ts'
import { standingContent, standingSubject } from './subject.ts'

/**
 * A publication is no longer up: whoever owes the standing matter can no longer confirm it. Inside the transaction that takes it down.
 * That it was published in time stays true.
 */
export async function takeDown(site: Site, db: Db, actor: string, indexNumber: string): Promise<void> {
  for (const standing of await listStanding(db, { indexNumber })) {
    if (standing.downOn !== undefined) continue
    const down = await saveStanding(db, { ...standing, downOn: site.today() })
    await record(db, {
      at: site.now(),
      actor,
      act: 'catalogue.take-down',
      subject: standingSubject(down.id),
      unitId: down.unitId,
      content: standingContent(down),
    })
  }
}
