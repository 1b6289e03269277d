import type { Day } from '../../../kernel/day.ts'

/** How a reply is served (SERVE-16): to the hand, through the postal enterprise, by mail, through the portal. */
export const servingWays = ['hand', 'post', 'email', 'portal'] as const
export type ServingWay = (typeof servingWays)[number]

export interface Serving {
  way: ServingWay
  /** Handed to the post, sent by mail, put on the portal. */
  sentOn: Day | undefined
  /** Signed for by the applicant. */
  servedOn: Day | undefined
  /** Number of the registered letter. */
  tracking: string
}

export type ServingMissing = 'way-missing' | 'sent-missing' | 'served-missing' | 'tracking-missing' | 'served-before-sent'

/** Everything that the proof of a service still needs. */
export function missingInServing({ way, sentOn, servedOn, tracking }: Serving): ServingMissing[] {
  const found: ServingMissing[] = []
  if (!servingWays.includes(way)) found.push('way-missing')
  if (way === 'hand' && servedOn === undefined) found.push('served-missing')
  if (way !== 'hand' && sentOn === undefined) found.push('sent-missing')
  if (way === 'post' && tracking === '') found.push('tracking-missing')
  if (sentOn !== undefined && servedOn !== undefined && servedOn < sentOn) found.push('served-before-sent')
  return found
}

/**
 * The legal day of a reply (SERVE-16): the day on which the applicant signs for what is handed over, the day on which a letter is given
 * to the post, the day of sending by mail or portal. Undefined while that day is not known.
 */
export function replyDay({ way, sentOn, servedOn }: Serving): Day | undefined {
  return way === 'hand' ? servedOn : sentOn
}
