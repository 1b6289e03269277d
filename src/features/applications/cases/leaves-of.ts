import { formOn, leavesOn, type Leaf, type OutcomeForm } from '../law/leaf.ts'
import { outcomes } from '../load-outcomes.ts'
import type { StoredApplication } from './application.ts'

/** What decides to which outcomes a case comes: its kind, and its day of receipt (of arrival, until that is known). */
type Ruled = Pick<StoredApplication, 'kind' | 'receivedOn' | 'arrivedOn'>

/** The form of outcomes that governs a case. */
export function formOf({ kind, receivedOn, arrivedOn }: Ruled): OutcomeForm {
  const form = formOn(outcomes, receivedOn ?? arrivedOn, kind)
  if (form === undefined) throw new Error(`no form of outcomes on ${receivedOn ?? arrivedOn}`)
  return form
}

/** The outcomes among which a decision in a case chooses. */
export function leavesOf({ kind, receivedOn, arrivedOn }: Ruled): Leaf[] {
  return leavesOn(outcomes, receivedOn ?? arrivedOn, kind)
}
