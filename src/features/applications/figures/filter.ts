import type { ReceiptChannel } from '../../../kernel/case/event.ts'
import type { ApplicantKind } from '../law/kind.ts'
import type { ChallengeKind, ChallengeResult } from '../challenges/challenge.ts'

/** Where a request can stand in a period: rows 1, 2, 3 and 4 of the statutory table. */
export const caseStands = ['received', 'carried-over', 'concluded', 'carried-forward'] as const
export type CaseStand = (typeof caseStands)[number]

/** Which requests a figure counts; what is left out is not asked for. Corrections of own records are never among them. */
export interface CaseFilter {
  stand: CaseStand
  /** Codes of outcomes. */
  leaves?: readonly string[]
  applicantKind?: ApplicantKind
  channels?: readonly ReceiptChannel[]
  /** `closed`: ended without a reply that could be late. */
  timing?: 'in-time' | 'late' | 'closed'
  isExtended?: boolean
}

/** Which reviews and suits a figure counts: decided in the period, or pending on its last day. */
export interface ChallengeFilter {
  kinds: readonly ChallengeKind[]
  result?: ChallengeResult | 'pending'
  /** Decided, whatever the result: without it, pending ones count too. */
  isDecided?: true
}
