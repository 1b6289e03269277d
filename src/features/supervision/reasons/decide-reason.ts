import { NotFound } from '../../../kernel/faults.ts'
import { refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { leaksIn } from '../../publishing/index.ts'
import { findFinding } from '../findings/queries.ts'
import { lockWaiting, saveReason } from './queries.ts'
import { decide, reasonContent, reasonSubject, type DecideRefusal, type Reason } from './reason.ts'

/** The office accepts the reason that a unit gave for a column, until a day, or declines it. While it holds the fault is justified. */
export async function decideReason(
  site: Site,
  personId: number,
  findingId: number,
  draft: { choice: string; untilOn: string; remark: string },
): Promise<Outcome<Reason, DecideRefusal>> {
  return site.database.transaction(async (db) => {
    const finding = await findFinding(db, findingId, site.today())
    if (finding === undefined) throw new NotFound(`supervision.finding:${findingId}`)
    const { dutyId, unitId } = finding
    const waiting = dutyId === undefined ? undefined : await lockWaiting(db, { dutyId, unitId })
    if (waiting === undefined) return refused('decided-already')
    const leaks = (await leaksIn(site, db, waiting.unitId, waiting.words)).length > 0
    const outcome = decide(waiting, draft, { personId, today: site.today(), leaks })
    if (!outcome.ok) return outcome
    await saveReason(db, outcome.value)
    await record(db, {
      at: site.now(),
      actor: `person:${personId}`,
      act: outcome.value.state === 'accepted' ? 'supervision.accept-reason' : 'supervision.decline-reason',
      subject: reasonSubject(outcome.value.id),
      content: reasonContent(outcome.value),
      unitId: outcome.value.unitId,
      reason: outcome.value.remark,
    })
    return outcome
  })
}
