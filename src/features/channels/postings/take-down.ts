import { dayOf, type Day } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findCarrier } from '../carriers/queries.ts'
import { postingContent, postingSubject } from '../subject.ts'
import type { Poster } from './post-documents.ts'
import type { Posting } from './posting.ts'
import { lockPosting, saveTakenDown } from './queries.ts'

export type TakeDownRefusal = 'down-already' | 'day-wrong' | 'down-in-future' | 'down-before-up'

/** Records the day on which something was taken from a carrier. The posting and its proof stay on record. */
export async function takeDown(
  site: Site,
  { personId }: Poster,
  id: number,
  on: Day | undefined,
): Promise<Outcome<Posting, TakeDownRefusal>> {
  return site.database.transaction(async (db) => {
    const posting = await lockPosting(db, id)
    if (posting === undefined) throw new NotFound(postingSubject(id))
    const refusals = downRefusals(posting, on, site.today())
    if (refusals.length > 0 || on === undefined) return refused(...refusals)
    const saved = await saveTakenDown(db, id, on, personId)
    const carrier = await findCarrier(db, posting.carrierId)
    await record(db, {
      at: site.now(),
      actor: personId === undefined ? 'system' : `person:${personId}`,
      act: 'channels.take-down',
      subject: postingSubject(id),
      unitId: carrier?.unitId,
      content: postingContent(saved),
    })
    return done(saved)
  })
}

function downRefusals(posting: Posting, on: Day | undefined, today: Day): TakeDownRefusal[] {
  if (posting.takenDownOn !== undefined) return ['down-already']
  if (on === undefined) return ['day-wrong']
  if (on > today) return ['down-in-future']
  return on < dayOf(posting.postedAt) ? ['down-before-up'] : []
}
