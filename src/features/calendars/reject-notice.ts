import { NotAllowed, NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { may } from '../../kernel/policy.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { obstaclesToRejecting, type DecisionRefusal } from './decision.ts'
import type { Fault } from './notice.ts'
import type { Hand } from './propose-notice.ts'
import { lockNotice, saveDecision, type StoredNotice } from './queries.ts'
import { noticeContent, noticeSubject } from './read-recorded.ts'

/** Turns a proposed notice down, with a reason; whoever proposed it may take it back so too. Nothing has moved, and nothing moves. */
export async function rejectNotice(
  site: Site,
  hand: Hand,
  id: number,
  reason: string,
): Promise<Outcome<StoredNotice, Fault<DecisionRefusal>>> {
  if (!may('calendars.sign', hand.posts)) throw new NotAllowed('calendars.sign')
  return site.database.transaction(async (db) => {
    const notice = await lockNotice(db, id)
    if (notice === undefined) throw new NotFound(noticeSubject(id))
    const refusals = obstaclesToRejecting(notice, reason)
    if (refusals.length > 0) return refused(...refusals)
    await saveDecision(db, id, { state: 'rejected', by: hand.personId, at: site.now(), reason: reason.trim(), sequence: undefined })
    const rejected = await noticeContent(db, id)
    await record(db, {
      at: site.now(),
      actor: `person:${hand.personId}`,
      act: 'calendars.reject',
      subject: noticeSubject(id),
      content: rejected,
      reason: reason.trim(),
    })
    return done(rejected)
  })
}
