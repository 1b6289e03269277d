import { isDay, type Day } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'

export type ReasonState = 'given' | 'accepted' | 'declined'

/** Why a column (one duty of one unit) is empty or stands still: given by the unit, judged by the office. */
export interface Reason {
  id: number
  dutyId: number
  unitId: number
  words: string
  /** Asked for; once accepted, the last day on which it holds. */
  untilOn: Day
  state: ReasonState
  givenBy: number
  givenOn: Day
  decidedBy?: number
  decidedOn?: Day
  /** What the office said to it. */
  remark: string
}

export type GiveRefusal = 'not-excusable' | 'waiting-already' | 'words-missing' | 'words-too-long' | 'until-form' | 'until-past'

export const longestWords = 500

/** May the unit give this reason? Refuses with every reason why not. */
export function give(
  draft: { words: string; untilOn: string },
  facts: { isExcusable: boolean; isWaiting: boolean; today: Day },
): Outcome<{ words: string; untilOn: Day }, GiveRefusal> {
  const [words, untilOn] = [draft.words.trim(), draft.untilOn.trim()]
  const refusals: GiveRefusal[] = []
  if (!facts.isExcusable) refusals.push('not-excusable')
  if (facts.isWaiting) refusals.push('waiting-already')
  if (words === '') refusals.push('words-missing')
  if (words.length > longestWords) refusals.push('words-too-long')
  if (!isDay(untilOn)) refusals.push('until-form')
  else if (untilOn < facts.today) refusals.push('until-past')
  return refusals.length > 0 || !isDay(untilOn) ? refused(...refusals) : done({ words, untilOn })
}

export type DecideRefusal = 'choice-missing' | 'decided-already' | 'own-reason' | 'remark-missing' | 'until-form' | 'until-past' | 'leaks'

/**
 * The office accepts a reason until a day, or declines it with a remark. Whoever gave it does not judge it, and what the public will
 * read must not leak anything.
 */
export function decide(
  reason: Reason,
  draft: { choice: string; untilOn: string; remark: string },
  facts: { personId: number; today: Day; leaks: boolean },
): Outcome<Reason, DecideRefusal> {
  const [untilOn, remark] = [draft.untilOn.trim(), draft.remark.trim()]
  const state = (['accepted', 'declined'] as const).find((one) => one === draft.choice)
  const refusals: DecideRefusal[] = []
  if (state === undefined) refusals.push('choice-missing')
  if (reason.state !== 'given') refusals.push('decided-already')
  if (reason.givenBy === facts.personId) refusals.push('own-reason')
  if (state === 'declined' && remark === '') refusals.push('remark-missing')
  if (state === 'accepted' && facts.leaks) refusals.push('leaks')
  if (state === 'accepted' && !isDay(untilOn)) refusals.push('until-form')
  else if (state === 'accepted' && untilOn < facts.today) refusals.push('until-past')
  if (refusals.length > 0 || state === undefined) return refused(...refusals)
  const until = state === 'accepted' && isDay(untilOn) ? untilOn : reason.untilOn
  return done({ ...reason, state, untilOn: until, remark, decidedBy: facts.personId, decidedOn: facts.today })
}

/** The subject of entries about a reason. */
export function reasonSubject(id: number): string {
  return `supervision.reason:${id}`
}

/** What the record vouches for: all of it. */
export function reasonContent(reason: Reason): Record<string, unknown> {
  return { ...reason, decidedBy: reason.decidedBy ?? null, decidedOn: reason.decidedOn ?? null }
}
