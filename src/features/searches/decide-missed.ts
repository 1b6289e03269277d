import { NotFound } from '../../kernel/faults.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { decided, type Missed, type MissedRefusal, type Ruling } from './missed.ts'
import { lockMissed, saveMissed } from './queries-missed.ts'
import { missedContent, missedSubject } from './subject.ts'

/** The office decides what follows from words that found nothing. Refuses a link or reason that is missing, and a decision made meanwhile. */
export async function decideMissed(site: Site, actor: string, id: number, ruling: Ruling): Promise<Outcome<Missed, MissedRefusal>> {
  return site.database.transaction(async (db) => {
    const missed = await lockMissed(db, id)
    if (missed === undefined) throw new NotFound(missedSubject(id))
    const outcome = decided(missed, ruling, site.today())
    if (!outcome.ok) return outcome
    await saveMissed(db, outcome.value)
    await record(db, {
      at: site.now(),
      actor,
      act: 'searches.decide',
      subject: missedSubject(id),
      content: missedContent(outcome.value),
      reason: outcome.value.reason,
    })
    return outcome
  })
}
