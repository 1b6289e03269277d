import { receiptChannels } from '../../../kernel/case/event.ts'
import { applicantKinds, casesThat, leafGroups, outcomes, type CaseStand } from '../../applications/index.ts'
import type { Dimension } from './count-figures.ts'

/** Requests by the way on which they came. */
export function byChannel(stand: CaseStand): Dimension {
  return { code: 'channel', parts: receiptChannels.map((code) => ({ code, facts: casesThat({ stand, channels: [code] }) })) }
}

/** Requests by who asked, as the statutory table has it. */
export function byApplicant(stand: CaseStand): Dimension {
  return { code: 'applicant', parts: applicantKinds.map((code) => ({ code, facts: casesThat({ stand, applicantKind: code }) })) }
}

/** Requests that ended, by the group of their outcome; one without an outcome stands among the others, so that the sum holds. */
export function byOutcome(): Dimension {
  const groupOf = (group: string) => leafGroups.find((one) => one === group) ?? 'other'
  const leavesIn = (code: string) => outcomes.leaves.filter(({ group }) => groupOf(group) === code).map((leaf) => leaf.code)
  const parts = leafGroups.map((code) => ({ code, leaves: code === 'other' ? [...leavesIn(code), ''] : leavesIn(code) }))
  return { code: 'outcome', parts: parts.map(({ code, leaves }) => ({ code, facts: casesThat({ stand: 'concluded', leaves }) })) }
}
