import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findDuty } from '../queries.ts'
import { listStanding, saveStanding } from './queries.ts'
import { standingContent, standingSubject } from './subject.ts'

/**
 * A text was released under a duty: if that is a standing matter, this is what its unit confirms every year from now on, whether or not
 * a task waited for it. Inside the transaction that releases it.
 */
export async function standPublished(
  site: Site,
  db: Db,
  actor: string,
  { dutyId, unitId, indexNumber }: { dutyId: number; unitId: number; indexNumber: string },
): Promise<void> {
  if ((await findDuty(db, dutyId))?.rule.kind !== 'standing') return
  const [before] = await listStanding(db, { dutyId, unitId })
  if (before?.indexNumber === indexNumber && before.downOn === undefined) return
  const standing = await saveStanding(db, { dutyId, unitId, indexNumber })
  await record(db, {
    at: site.now(),
    actor,
    act: 'catalogue.stand',
    subject: standingSubject(standing.id),
    unitId,
    content: standingContent(standing),
  })
}
