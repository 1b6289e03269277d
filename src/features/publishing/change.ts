import type { Day } from '../../kernel/day.ts'
import type { Standing } from './document.ts'

/**
 * What may happen to a document in public after its release; each with a public reason (变更、取消、终止 are announced at once and with
 * reasons: seed row S4-049). `kind` is what the public history calls it.
 */
export const changes = {
  correct: { from: ['published'], to: 'published', kind: 'corrected' },
  change: { from: ['published'], to: 'published', kind: 'changed' },
  reinstate: { from: ['withdrawn'], to: 'published', kind: 'reinstated' },
  cancel: { from: ['published'], to: 'cancelled', kind: 'cancelled' },
  end: { from: ['published'], to: 'ended', kind: 'ended' },
  withdraw: { from: ['published', 'cancelled', 'ended'], to: 'withdrawn', kind: 'withdrawn' },
  replace: { from: ['published', 'cancelled', 'ended', 'withdrawn'], to: 'replaced', kind: 'replaced' },
  merge: { from: ['published'], to: 'published', kind: 'absorbed' },
  remove: { from: ['published', 'cancelled', 'ended', 'withdrawn', 'replaced'], to: 'removed', kind: 'removed' },
} as const satisfies Record<string, { from: readonly Standing[]; to: Standing; kind: string }>

export type ChangeName = keyof typeof changes

/** Changes that need a new text, which passes through the same hands as the first. */
export type RevisionName = 'correct' | 'change' | 'reinstate'
export type Revision = (typeof changes)[RevisionName]['kind']

/** What the public history knows: also the release, and what became of the parts of a merger. */
export type PublicKind = 'released' | 'merged' | (typeof changes)[ChangeName]['kind']

export type ChangeRefusal =
  | 'wrong-standing'
  | 'changed-meanwhile'
  | 'reason-missing'
  | 'reason-leaks'
  | 'day-missing'
  | 'day-before-formed'
  | 'replacement-missing'
  | 'replacement-not-public'
  | 'circle'
  | 'being-corrected'

export interface ChangeSituation {
  id: number
  standing: Standing
  /** A new version is under way. */
  isBeingCorrected: boolean
  /** How many public changes there have been. */
  changeCount?: number
  formedOn?: Day
}

export interface Replacement {
  standing: Standing
  /** The ids that follow when one goes from replacement to replacement. */
  leadsTo: readonly number[]
}

export interface Asked {
  reason: string
  /** How many public changes the person had seen; not said where nobody looked at a page. */
  seen?: number | undefined
  /** The day on which it ends, or ended. */
  endsOn?: Day | undefined
  replacement?: Replacement | undefined
}

/** Every reason why a public change may not be made; an empty list means that it may. */
export function changeRefusals(document: ChangeSituation, name: ChangeName, asked: Asked): ChangeRefusal[] {
  const refusals: ChangeRefusal[] = []
  const allowed: readonly Standing[] = changes[name].from
  if (!allowed.includes(document.standing)) refusals.push('wrong-standing')
  if (asked.seen !== undefined && asked.seen !== document.changeCount) refusals.push('changed-meanwhile')
  if (document.isBeingCorrected && !endsCorrection(name)) refusals.push('being-corrected')
  if (asked.reason.trim() === '') refusals.push('reason-missing')
  if (name === 'end') refusals.push(...endRefusals(document, asked.endsOn))
  if (name === 'replace') refusals.push(...replacementRefusals(document.id, asked.replacement))
  return refusals
}

/** What must not stay up is not kept waiting by a correction: taking it down gives the correction up. */
export function endsCorrection(name: ChangeName): boolean {
  return name === 'withdraw' || name === 'remove'
}

/** Does a new text pass through the hands before anything changes in public? */
export function isRevision(name: ChangeName): name is RevisionName {
  return name === 'correct' || name === 'change' || name === 'reinstate'
}

export type MergeRefusal = { why: ChangeRefusal | 'parts-missing' | 'part-unknown' | 'part-out-of-reach'; part?: string }

/** One of the documents that are to go into another; absent where there is none of that number. */
export interface Part {
  indexNumber: string
  situation?: ChangeSituation
  isInReach: boolean
}

/** Every reason why these documents may not go into one, each with the number of the part that it is about. */
export function mergeRefusals(target: ChangeSituation, parts: readonly Part[], asked: Asked): MergeRefusal[] {
  const refusals: MergeRefusal[] = changeRefusals(target, 'merge', asked).map((why) => ({ why }))
  if (parts.length === 0) refusals.push({ why: 'parts-missing' })
  for (const { indexNumber, situation, isInReach } of parts) {
    if (situation === undefined) refusals.push({ why: 'part-unknown', part: indexNumber })
    else if (!isInReach) refusals.push({ why: 'part-out-of-reach', part: indexNumber })
    else {
      const replacement: Replacement = { standing: 'published', leadsTo: [target.id] }
      const stops = changeRefusals(situation, 'replace', { reason: 'said of the whole', replacement })
      refusals.push(...stops.map((why) => ({ why, part: indexNumber })))
    }
  }
  return refusals
}

function endRefusals(document: ChangeSituation, endsOn: Day | undefined): ChangeRefusal[] {
  if (endsOn === undefined) return ['day-missing']
  return document.formedOn !== undefined && endsOn < document.formedOn ? ['day-before-formed'] : []
}

/** A redirect must end on a page that everybody can read, and never come back to where it began. */
function replacementRefusals(id: number, replacement: Replacement | undefined): ChangeRefusal[] {
  if (replacement === undefined) return ['replacement-missing']
  if (replacement.leadsTo.includes(id)) return ['circle']
  return replacement.standing === 'published' ? [] : ['replacement-not-public']
}
