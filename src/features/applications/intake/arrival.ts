import type { ReceiptChannel } from '../../../kernel/case/event.ts'
import type { Day } from '../../../kernel/day.ts'

/** How and when something reached the unit, as whoever enters it says. */
export interface Arrival {
  channel: ReceiptChannel
  /** The true day, not that of typing. */
  arrivedOn: Day | undefined
  /** The day on which unit and applicant confirmed the receipt to each other, where the channel asks for it. */
  confirmedOn?: Day
}

export type ArrivalMissing = 'channel-missing' | 'arrived-missing' | 'arrived-before-law' | 'arrived-ahead' | 'confirmed-ahead' | 'confirmed-before-arrival'

/**
 * What is wrong with an arrival: nothing arrives, and nothing is confirmed, after `today`, or before the first edition of the
 * regulations was in force.
 */
export function missingInArrival(
  { channel, arrivedOn, confirmedOn }: Arrival,
  known: readonly string[],
  { today, earliest }: { today: Day; earliest: Day },
): ArrivalMissing[] {
  const found: ArrivalMissing[] = []
  if (!known.includes(channel)) found.push('channel-missing')
  if (arrivedOn === undefined) found.push('arrived-missing')
  else if (arrivedOn > today) found.push('arrived-ahead')
  else if (arrivedOn < earliest) found.push('arrived-before-law')
  if (confirmedOn !== undefined && confirmedOn > today) found.push('confirmed-ahead')
  if (confirmedOn !== undefined && arrivedOn !== undefined && confirmedOn < arrivedOn) found.push('confirmed-before-arrival')
  return found
}
