import type { Standing } from './document.ts'

/** What may happen to a document in public after its release; each with a public reason. */
export const changes = {
  correct: { from: ['published'], to: 'published' },
  cancel: { from: ['published'], to: 'cancelled' },
  withdraw: { from: ['published', 'cancelled'], to: 'withdrawn' },
  replace: { from: ['published', 'cancelled', 'withdrawn'], to: 'replaced' },
  remove: { from: ['published', 'cancelled', 'withdrawn', 'replaced'], to: 'removed' },
} as const satisfies Record<string, { from: readonly Standing[]; to: Standing }>

export type ChangeName = keyof typeof changes

export type ChangeRefusal =
  'wrong-standing' | 'reason-missing' | 'replacement-missing' | 'replacement-not-public' | 'circle' | 'being-corrected' | 'reason-leaks'

export interface ChangeSituation {
  id: number
  standing: Standing
  /** A new version is under way. */
  isBeingCorrected: boolean
}

export interface Replacement {
  standing: Standing
  /** The ids that follow when one goes from replacement to replacement. */
  leadsTo: readonly number[]
}

/** Every reason why a public change may not be made; an empty list means that it may. */
export function changeRefusals(document: ChangeSituation, name: ChangeName, reason: string, replacement?: Replacement): ChangeRefusal[] {
  const refusals: ChangeRefusal[] = []
  const allowed: readonly Standing[] = changes[name].from
  if (!allowed.includes(document.standing)) refusals.push('wrong-standing')
  if (document.isBeingCorrected && !endsCorrection(name)) refusals.push('being-corrected')
  if (reason.trim() === '') refusals.push('reason-missing')
  if (name === 'replace') refusals.push(...replacementRefusals(document.id, replacement))
  return refusals
}

/** What must not stay up is not kept waiting by a correction: taking it down gives the correction up. */
export function endsCorrection(name: ChangeName): boolean {
  return name === 'withdraw' || name === 'remove'
}

/** A redirect must end on a page that everybody can read, and never come back to where it began. */
function replacementRefusals(id: number, replacement: Replacement | undefined): ChangeRefusal[] {
  if (replacement === undefined) return ['replacement-missing']
  if (replacement.leadsTo.includes(id)) return ['circle']
  return replacement.standing === 'published' ? [] : ['replacement-not-public']
}
