import { type Day, isDay } from '../../../kernel/day.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'

/** The office lets one unit do with fewer people: author, reviewer and signer may be the same person there, from a day to a day. */
export interface Waiver {
  id: number
  unitId: number
  reason: string
  sinceOn: Day
  untilOn: Day
  grantedById: number
}

export type WaiverRefusal =
  'unit-unknown' | 'unit-dissolved' | 'reason-missing' | 'since-form' | 'until-form' | 'ends-before-start' | 'ended-already'

/** Grants a waiver. It always has a reason and an end. Refuses with every reason. */
export function waive(
  draft: { reason: string; sinceOn: string; untilOn: string },
  facts: { unit: { untilOn?: Day } | undefined; today: Day },
): Outcome<Pick<Waiver, 'reason' | 'sinceOn' | 'untilOn'>, WaiverRefusal> {
  const [reason, since, until] = [draft.reason.trim(), draft.sinceOn.trim(), draft.untilOn.trim()]
  const refusals: WaiverRefusal[] = []
  if (facts.unit === undefined) refusals.push('unit-unknown')
  else if (facts.unit.untilOn !== undefined && facts.unit.untilOn < facts.today) refusals.push('unit-dissolved')
  if (reason === '') refusals.push('reason-missing')
  if (!isDay(since)) refusals.push('since-form')
  if (!isDay(until)) refusals.push('until-form')
  else if (isDay(since) && until < since) refusals.push('ends-before-start')
  else if (until < facts.today) refusals.push('ended-already')
  return refusals.length > 0 || !isDay(since) || !isDay(until) ? refused(...refusals) : done({ reason, sinceOn: since, untilOn: until })
}

/** What the record vouches for. */
export function waiverContent(waiver: Waiver): Record<string, string | number> {
  return {
    id: waiver.id,
    unitId: waiver.unitId,
    reason: waiver.reason,
    sinceOn: waiver.sinceOn,
    untilOn: waiver.untilOn,
    grantedById: waiver.grantedById,
  }
}

/** The subject of entries about a waiver. */
export function waiverSubject(id: number): string {
  return `accounts.waiver:${id}`
}
