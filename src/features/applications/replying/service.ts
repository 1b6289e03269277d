import type { Day } from '../../../kernel/day.ts'

/** How a reply is served (SERVE-16): to the hand, through the postal enterprise, by mail, through the portal. */
export const serviceWays = ['hand', 'post', 'email', 'portal'] as const
export type ServiceWay = (typeof serviceWays)[number]

export interface Service {
  way: ServiceWay
  /** Handed to the post, sent by mail, put on the portal. */
  sentOn: Day | undefined
  /** Signed for by the applicant. */
  servedOn: Day | undefined
  /** Number of the registered letter. */
  tracking: string
}

export type ServiceMissing = 'way-missing' | 'sent-missing' | 'served-missing' | 'tracking-missing' | 'served-before-sent'

/** Everything that the proof of a service still needs. */
export function missingInService({ way, sentOn, servedOn, tracking }: Service): ServiceMissing[] {
  const found: ServiceMissing[] = []
  if (!serviceWays.includes(way)) found.push('way-missing')
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
export function replyDay({ way, sentOn, servedOn }: Service): Day | undefined {
  return way === 'hand' ? servedOn : sentOn
}
