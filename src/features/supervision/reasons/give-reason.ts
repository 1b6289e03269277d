import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { excusable } from '../findings/finding.ts'
import { findFinding } from '../findings/queries.ts'
import { insertReason, lockWaiting } from './queries.ts'
import { give, reasonContent, reasonSubject, type GiveRefusal, type Reason } from './reason.ts'

/** The unit says why a column is empty or stands still, and until when; the office judges it. `findingId` is the fault it answers. */
export async function giveReason(
  site: Site,
  personId: number,
  findingId: number,
  draft: { words: string; untilOn: string },
): Promise<Outcome<Reason, GiveRefusal>> {
  return site.database.transaction(async (db) => {
    const finding = await findFinding(db, findingId, site.today())
    if (finding === undefined) throw new NotFound(`supervision.finding:${findingId}`)
    if (finding.dutyId === undefined) return refused('not-excusable')
    const line = { dutyId: finding.dutyId, unitId: finding.unitId }
    const isExcusable = excusable.includes(finding.detector) && finding.closedOn === undefined
    const given = give(draft, { isExcusable, isWaiting: (await lockWaiting(db, line)) !== undefined, today: site.today() })
    if (!given.ok) return given
    const reason = await insertReason(db, { ...line, ...given.value, state: 'given', givenBy: personId, givenOn: site.today(), remark: '' })
    if (reason === undefined) return refused('waiting-already')
    await record(db, {
      at: site.now(),
      actor: `person:${personId}`,
      act: 'supervision.give-reason',
      subject: reasonSubject(reason.id),
      content: reasonContent(reason),
      unitId: reason.unitId,
      reason: reason.words,
    })
    return done(reason)
  })
}
