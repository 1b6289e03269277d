import { NotAllowed, NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { may } from '../../kernel/policy.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { obstaclesToSigning, type DecisionRefusal } from './decision.ts'
import type { Fault, NoticeRefusal } from './notice.ts'
import { calendarWith } from './overlay.ts'
import type { Hand } from './propose-notice.ts'
import { listEffective, lockNotice, saveDecision, type StoredNotice } from './queries.ts'
import { noticeContent, noticeSubject } from './read-recorded.ts'
import { refreshCalendar } from './refresh-calendar.ts'

/**
 * A second person signs: from here on the site counts with the notice, and the job `calendars.changed` counts open due days anew. Refused
 * to whoever proposed it, for what is decided already, and where the notice no longer fits the calendar as it is now.
 */
export async function signNotice(
  site: Site,
  hand: Hand,
  id: number,
): Promise<Outcome<StoredNotice, Fault<DecisionRefusal | NoticeRefusal>>> {
  if (!may('calendars.sign', hand.posts)) throw new NotAllowed('calendars.sign')
  const outcome = await site.database.transaction(async (db) => {
    const notice = await lockNotice(db, id)
    if (notice === undefined) throw new NotFound(noticeSubject(id))
    const effective = await listEffective(db)
    const calendar = calendarWith(site.pack.calendar, effective)
    const refusals = obstaclesToSigning(notice, hand.personId, calendar, site.today())
    if (refusals.length > 0) return refused(...refusals)
    const sequence = (effective.at(-1)?.sequence ?? 0) + 1
    await saveDecision(db, id, { state: 'effective', by: hand.personId, at: site.now(), reason: '', sequence })
    const signed = await noticeContent(db, id)
    await record(db, {
      at: site.now(),
      actor: `person:${hand.personId}`,
      act: 'calendars.sign',
      subject: noticeSubject(id),
      content: signed,
    })
    await enqueue(db, 'calendars.changed', {}, { key: 'all' })
    return done(signed)
  })
  if (outcome.ok) await refreshCalendar(site)
  return outcome
}
