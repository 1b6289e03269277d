import type { Action } from '../../../kernel/policy.ts'

/** Where a letter of the unit stands on its way to the applicant: the same hands as for a document. */
export const letterStages = ['draft', 'with-head', 'with-secrecy', 'with-signer', 'signed', 'sent', 'dropped'] as const
export type LetterStage = (typeof letterStages)[number]

export type LetterMoveName = 'submit' | 'take-back' | 'approve' | 'clear' | 'sign' | 'send-back' | 'drop'

/** One move of a letter: data, walked by a test from end to end. */
export interface LetterMove {
  name: LetterMoveName
  from: LetterStage
  to: LetterStage
  action: Action
  /** Nobody who wrote it or already put a hand to it. */
  secondPerson: boolean
  needs: readonly LetterNeed[]
}

export type LetterNeed = 'complete' | 'same-text' | 'remark'

export const letterMoves: readonly LetterMove[] = [
  { name: 'submit', from: 'draft', to: 'with-head', action: 'applications.handle', secondPerson: false, needs: ['complete'] },
  { name: 'drop', from: 'draft', to: 'dropped', action: 'applications.handle', secondPerson: false, needs: ['remark'] },
  { name: 'take-back', from: 'with-head', to: 'draft', action: 'applications.handle', secondPerson: false, needs: [] },
  {
    name: 'approve',
    from: 'with-head',
    to: 'with-secrecy',
    action: 'applications.review',
    secondPerson: true,
    needs: ['complete', 'same-text'],
  },
  { name: 'send-back', from: 'with-head', to: 'draft', action: 'applications.review', secondPerson: false, needs: ['remark'] },
  {
    name: 'clear',
    from: 'with-secrecy',
    to: 'with-signer',
    action: 'applications.secrecy',
    secondPerson: true,
    needs: ['complete', 'same-text'],
  },
  { name: 'send-back', from: 'with-secrecy', to: 'draft', action: 'applications.secrecy', secondPerson: false, needs: ['remark'] },
  { name: 'sign', from: 'with-signer', to: 'signed', action: 'applications.sign', secondPerson: true, needs: ['complete', 'same-text'] },
  { name: 'send-back', from: 'with-signer', to: 'draft', action: 'applications.sign', secondPerson: false, needs: ['remark'] },
  { name: 'send-back', from: 'signed', to: 'draft', action: 'applications.sign', secondPerson: false, needs: ['remark'] },
]

/** What decides about a letter's moves now. */
export interface LetterSituation {
  stage: LetterStage
  /** Of the letter and the decisions as they are now. */
  contentHash: string
  /** What the letter still needs before it may go on; empty: nothing. */
  missing: readonly string[]
  writerId: number
  /** Who put a hand to it since it was submitted last, and to which text. */
  hands: readonly { personId: number; contentHash: string }[]
  hasWaiver: boolean
}

export interface LetterMover {
  id: number
  may(action: Action): boolean
  remark: string
}

export type LetterObstacle = 'wrong-stage' | 'no-right' | 'own-text' | 'second-hand' | 'not-complete' | 'other-text' | 'remark-missing'

/** The move of this name from a stage; undefined when there is none. */
export function letterMoveFrom(stage: LetterStage, name: string): LetterMove | undefined {
  return letterMoves.find((move) => move.name === name && move.from === stage)
}

/** Everything that stands in the way of a move; an empty list means that it may be made. Buttons and acts ask the same question. */
export function letterObstacles(situation: LetterSituation, name: string, mover: LetterMover): LetterObstacle[] {
  const move = letterMoveFrom(situation.stage, name)
  if (move === undefined) return ['wrong-stage']
  const found: LetterObstacle[] = []
  if (!mover.may(move.action)) found.push('no-right')
  if (move.secondPerson && !situation.hasWaiver) {
    if (situation.writerId === mover.id) found.push('own-text')
    else if (situation.hands.some((hand) => hand.personId === mover.id)) found.push('second-hand')
  }
  for (const need of move.needs) {
    if (need === 'complete' && situation.missing.length > 0) found.push('not-complete')
    if (need === 'same-text' && situation.hands.some((hand) => hand.contentHash !== situation.contentHash)) found.push('other-text')
    if (need === 'remark' && mover.remark === '') found.push('remark-missing')
  }
  return found
}
