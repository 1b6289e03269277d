import { addMonths, type Day } from '../../../kernel/day.ts'
import { grounds, needsDiscretionReason } from '../metadata.ts'

/** keep: still not for the public; publish: can be released now; extend, declassify: what becomes of a state secret. */
export const outcomes = ['keep', 'publish', 'extend', 'declassify'] as const
export type ReassessmentOutcome = (typeof outcomes)[number]

export interface Reassessment {
  outcome: ReassessmentOutcome
  ground: string
  reason: string
  /** The new end of a classification that is extended. */
  untilOn?: Day
  byId: number
  at: Date
}

/** What is known of a document that is kept from the public. */
export interface Kept {
  keptSince: Day
  lastOn?: Day | undefined
  secretUntil?: Day | undefined
  isDeclassified: boolean
}

/** Still a state secret: classified, and not declassified by anybody. That its day has passed alone opens nothing. */
export function isSecret({ secretUntil, isDeclassified }: Kept): boolean {
  return secretUntil !== undefined && !isDeclassified
}

/** The day by which it must be assessed again: so many months after the last time, or the end of its classification if that comes first. */
export function assessmentDue(kept: Kept, months: number): Day {
  const yearly = addMonths(kept.lastOn ?? kept.keptSince, months)
  return isSecret(kept) && kept.secretUntil !== undefined && kept.secretUntil < yearly ? kept.secretUntil : yearly
}

export type ReassessRefusal =
  | 'not-kept'
  | 'outcome-missing'
  | 'reason-missing'
  | 'ground-missing'
  | 'still-secret'
  | 'not-secret'
  | 'expired'
  | 'until-missing'
  | 'until-too-late'

export interface ReassessRequest {
  outcome: ReassessmentOutcome | ''
  ground: string
  reason: string
  untilOn?: Day | undefined
}

/** Every reason why an assessment is not taken. `longestUntil`: the last day to which its level allows an extension. */
export function reassessRefusals(
  kept: Kept | undefined,
  request: ReassessRequest,
  today: Day,
  longestUntil: Day | undefined,
): ReassessRefusal[] {
  if (kept === undefined) return ['not-kept']
  const refusals: ReassessRefusal[] = []
  if (request.outcome === '') refusals.push('outcome-missing')
  if (request.reason.trim() === '') refusals.push('reason-missing')
  if (request.outcome === 'keep') refusals.push(...keepRefusals(kept, request, today))
  if (request.outcome === 'publish' && isSecret(kept)) refusals.push('still-secret')
  if (request.outcome === 'declassify' && !isSecret(kept)) refusals.push('not-secret')
  if (request.outcome === 'extend') refusals.push(...extendRefusals(kept, request, today, longestUntil))
  return refusals
}

/** A classification that has run out is no ground any more: it is extended or lifted first. */
function keepRefusals(kept: Kept, { ground, reason }: ReassessRequest, today: Day): ReassessRefusal[] {
  const refusals: ReassessRefusal[] = []
  if (!(grounds as readonly string[]).includes(ground)) refusals.push('ground-missing')
  else if (needsDiscretionReason(ground) && reason.trim() === '') refusals.push('reason-missing')
  if (isSecret(kept) && kept.secretUntil !== undefined && kept.secretUntil <= today) refusals.push('expired')
  if (ground === 'state-secret' && !isSecret(kept)) refusals.push('not-secret')
  return [...new Set(refusals)]
}

function extendRefusals(kept: Kept, { untilOn }: ReassessRequest, today: Day, longestUntil: Day | undefined): ReassessRefusal[] {
  if (!isSecret(kept)) return ['not-secret']
  if (untilOn === undefined || untilOn <= today) return ['until-missing']
  return longestUntil !== undefined && untilOn > longestUntil ? ['until-too-late'] : []
}
