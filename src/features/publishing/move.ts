import type { Action } from '../../kernel/policy.ts'
import type { Stage } from './document.ts'
import { unmet, type Need } from './need.ts'
import type { MoveName, Mover, Obstacle, Situation } from './situation.ts'

export type { Hand, MoveName, Mover, Obstacle, SecrecyLevel, Situation, StepName } from './situation.ts'

/** The moves of a document through the hands that must see it: data, walked by a test from end to end. */
export interface Move {
  name: MoveName
  from: Stage
  to: Stage
  action: Action
  /** The person must be none of those who wrote the text or already signed for it. */
  secondPerson: boolean
  needs: readonly Need[]
  /** Made through a form of its own, or by the clock; left out: through the common one. */
  way?: 'schedule' | 'emergency' | 'after-review' | 'clock'
}

const toRelease = ['complete', 'checked', 'same-text', 'agreed'] as const
const emergency = {
  name: 'emergency',
  to: 'released',
  action: 'documents.emergency',
  secondPerson: false,
  needs: ['public', 'complete', 'unblocked', 'consented', 'emergency-kind', 'remark'],
  way: 'emergency',
} as const satisfies Omit<Move, 'from'>
const review = {
  from: 'released',
  to: 'released',
  action: 'documents.review-after',
  secondPerson: false,
  needs: ['under-review', 'another-person', 'remark'],
  way: 'after-review',
} as const satisfies Omit<Move, 'name'>

export const moves: readonly Move[] = [
  { name: 'submit', from: 'draft', to: 'with-head', action: 'documents.write', secondPerson: false, needs: ['complete', 'checked'] },
  { name: 'drop', from: 'draft', to: 'dropped', action: 'documents.write', secondPerson: false, needs: ['remark'] },
  { name: 'take-back', from: 'with-head', to: 'draft', action: 'documents.write', secondPerson: false, needs: [] },
  {
    name: 'approve',
    from: 'with-head',
    to: 'with-secrecy',
    action: 'documents.review',
    secondPerson: true,
    needs: ['complete', 'checked', 'same-text'],
  },
  { name: 'send-back', from: 'with-head', to: 'draft', action: 'documents.review', secondPerson: false, needs: ['remark'] },
  {
    name: 'clear',
    from: 'with-secrecy',
    to: 'with-signer',
    action: 'documents.secrecy',
    secondPerson: true,
    needs: ['conclusion', 'checked', 'same-text'],
  },
  { name: 'send-back', from: 'with-secrecy', to: 'draft', action: 'documents.secrecy', secondPerson: false, needs: ['remark'] },
  { name: 'sign', from: 'with-signer', to: 'released', action: 'documents.sign', secondPerson: true, needs: toRelease },
  { name: 'send-back', from: 'with-signer', to: 'draft', action: 'documents.sign', secondPerson: false, needs: ['remark'] },
  {
    name: 'schedule',
    from: 'with-signer',
    to: 'scheduled',
    action: 'documents.sign',
    secondPerson: true,
    needs: ['public', ...toRelease, 'set-time'],
    way: 'schedule',
  },
  { name: 'unschedule', from: 'scheduled', to: 'with-signer', action: 'documents.sign', secondPerson: false, needs: ['remark'] },
  {
    name: 'release',
    from: 'scheduled',
    to: 'released',
    action: 'documents.sign',
    secondPerson: false,
    needs: ['due', 'complete', 'unblocked', 'same-text', 'agreed'],
    way: 'clock',
  },
  { ...emergency, from: 'draft' },
  { ...emergency, from: 'with-head' },
  { ...emergency, from: 'with-secrecy' },
  { ...emergency, from: 'with-signer' },
  { ...review, name: 'uphold' },
  { ...review, name: 'revoke' },
]

/** The moves that the common form makes. */
export type PlainMove = Exclude<MoveName, 'schedule' | 'release' | 'emergency' | 'uphold' | 'revoke'>

/** The move of this name from the stage where the document is; undefined when there is none. */
export function moveFrom(stage: Stage, name: string): Move | undefined {
  return moves.find((move) => move.name === name && move.from === stage)
}

/** The common form's move of this name; undefined for one that has a form of its own. */
export function plainMove(name: string | undefined): PlainMove | undefined {
  return moves.find((move) => move.name === name && move.way === undefined)?.name as PlainMove | undefined
}

/** Everything that stands in the way of a move; an empty list means that it may be made. Buttons and acts ask the same question. */
export function obstacles(situation: Situation, name: string, mover: Mover): Obstacle[] {
  const move = moveFrom(situation.stage, name)
  if (move === undefined) return ['wrong-stage']
  const found: Obstacle[] = []
  const isRightHand = mover.isClock === true ? move.way === 'clock' : move.way !== 'clock' && mover.may(move.action)
  if (!isRightHand) found.push('no-right')
  if (move.secondPerson && !situation.hasWaiver) found.push(...samePerson(situation, mover.id))
  for (const need of move.needs) found.push(...unmet(need, situation, mover))
  return found
}

function samePerson(situation: Situation, personId: number): Obstacle[] {
  if (situation.authors.includes(personId)) return ['own-text']
  return situation.hands.some((hand) => hand.personId === personId) ? ['second-hand'] : []
}
