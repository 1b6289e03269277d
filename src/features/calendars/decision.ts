import type { Calendar } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/day.ts'
import { refusalsOf, type Fault, type NoticeRefusal } from './notice.ts'
import type { Notice } from './paper.ts'

export type DecisionRefusal = 'decided' | 'own-notice' | 'reason-missing'

interface Proposed extends Notice {
  state: 'proposed' | 'effective' | 'rejected'
  proposedBy: number
}

/** What stands in the way of a signature: decided already, one's own proposal, or a calendar that has changed since. */
export function obstaclesToSigning(
  notice: Proposed,
  personId: number,
  calendar: Calendar,
  today: Day,
): Fault<DecisionRefusal | NoticeRefusal>[] {
  if (notice.state !== 'proposed') return [{ reason: 'decided' }]
  const own = notice.proposedBy === personId ? [{ reason: 'own-notice' } as const] : []
  return [...own, ...refusalsOf(notice, calendar, today)]
}

/** What stands in the way of turning a notice down: decided already, or no reason. */
export function obstaclesToRejecting(notice: Pick<Proposed, 'state'>, reason: string): Fault<DecisionRefusal>[] {
  return [
    ...(notice.state === 'proposed' ? [] : [{ reason: 'decided' } as const]),
    ...(reason.trim() === '' ? [{ reason: 'reason-missing' } as const] : []),
  ]
}
