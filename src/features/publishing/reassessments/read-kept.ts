import { dayOf, type Day } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import { listSecrecyReviews, listSteps } from '../queries-chain.ts'
import type { StoredDocument } from '../queries.ts'
import type { SecrecyLevel } from '../situation.ts'
import { listReassessments } from './queries.ts'
import type { Kept, Reassessment } from './reassessment.ts'

/** A document that is kept from the public, with everything that was decided about it. */
export interface KeptDocument extends Kept {
  level?: SecrecyLevel | undefined
  past: Reassessment[]
}

/** Undefined for a document that is not kept, or that is on its way to the public already. */
export async function readKept(db: Db, document: StoredDocument): Promise<KeptDocument | undefined> {
  if (document.standing !== 'kept' || document.stage !== 'released') return undefined
  const signed = (await listSteps(db, document.id)).findLast((step) => step.move === 'sign')
  if (signed === undefined) return undefined
  const past = await listReassessments(db, document.id)
  const review = (await listSecrecyReviews(db, document.id)).findLast((one) => one.level !== undefined)
  const secretUntil: Day | undefined = past.findLast((one) => one.outcome === 'extend')?.untilOn ?? review?.classifiedUntil
  const last = past.at(-1)
  return {
    keptSince: dayOf(signed.at),
    lastOn: last && dayOf(last.at),
    level: review?.level,
    secretUntil,
    isDeclassified: past.some((one) => one.outcome === 'declassify'),
    past,
  }
}
