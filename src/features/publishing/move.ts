import type { Action } from '../../kernel/policy.ts'
import type { Missing, Stage } from './document.ts'

/** The moves of a document through the hands that must see it: data, walked by a test from end to end. */
export interface Move {
  name: MoveName
  from: Stage
  to: Stage
  action: Action
  /** The person must be none of those who wrote the text or already signed for it. */
  secondPerson: boolean
  needs: readonly Need[]
}

export type MoveName = 'submit' | 'take-back' | 'approve' | 'clear' | 'sign' | 'send-back' | 'drop'
type Need = 'complete' | 'checked' | 'same-text' | 'remark' | 'conclusion'

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
  {
    name: 'sign',
    from: 'with-signer',
    to: 'released',
    action: 'documents.sign',
    secondPerson: true,
    needs: ['complete', 'checked', 'same-text'],
  },
  { name: 'send-back', from: 'with-signer', to: 'draft', action: 'documents.sign', secondPerson: false, needs: ['remark'] },
]

/** What a stored step can be: a move, an edit that took the text back, or the start of a correction. */
export type StepName = MoveName | 'edit' | 'correct'

/** A hand that the text has been through since it was last submitted. */
export interface Hand {
  move: StepName
  personId: number
  contentHash: string
}

/** Everything about a document that decides which moves it can make now. */
export interface Situation {
  stage: Stage
  contentHash: string
  missing: readonly Missing[]
  findings: readonly { weight: 'block' | 'answer' | 'advice'; isAnswered: boolean }[]
  /** A file of it has not been looked into yet. */
  isBeingRead: boolean
  /** Everybody who saved this text since the last release. */
  authors: readonly number[]
  /** The hands since the last submission, that one included. */
  hands: readonly Hand[]
  /** The office has loosened the rule of different people for this unit, with a reason on the record. */
  hasWaiver: boolean
}

export interface Mover {
  id: number
  may: (action: Action) => boolean
  remark: string
  /** The conclusion of the secrecy review, where the move is one. */
  conclusion?: 'may-publish' | 'may-not' | 'refer-up' | ''
  basis?: string
}

export type Obstacle =
  | 'wrong-stage'
  | 'no-right'
  | 'own-text'
  | 'second-hand'
  | 'incomplete'
  | 'blocked'
  | 'being-read'
  | 'unanswered'
  | 'text-changed'
  | 'remark-missing'
  | 'conclusion-missing'
  | 'basis-missing'
  | 'not-cleared'

/** The move of this name from the stage where the document is; undefined when there is none. */
export function moveFrom(stage: Stage, name: string): Move | undefined {
  return moves.find((move) => move.name === name && move.from === stage)
}

/** Everything that stands in the way of a move; an empty list means that it may be made. Buttons and acts ask the same question. */
export function obstacles(situation: Situation, name: string, mover: Mover): Obstacle[] {
  const move = moveFrom(situation.stage, name)
  if (move === undefined) return ['wrong-stage']
  const found: Obstacle[] = []
  if (!mover.may(move.action)) found.push('no-right')
  if (move.secondPerson && !situation.hasWaiver) found.push(...samePerson(situation, mover.id))
  for (const need of move.needs) found.push(...unmet(need, situation, mover))
  return found
}

function samePerson(situation: Situation, personId: number): Obstacle[] {
  if (situation.authors.includes(personId)) return ['own-text']
  return situation.hands.some((hand) => hand.personId === personId) ? ['second-hand'] : []
}

function unmet(need: Need, situation: Situation, mover: Mover): Obstacle[] {
  switch (need) {
    case 'complete':
      return situation.missing.length > 0 ? ['incomplete'] : []
    case 'checked':
      return unmetFindings(situation)
    case 'same-text':
      return isSeenByAll(situation) ? [] : ['text-changed']
    case 'remark':
      return mover.remark.trim() === '' ? ['remark-missing'] : []
    case 'conclusion':
      return unmetConclusion(mover)
  }
}

const handsBefore: Partial<Record<Stage, readonly StepName[]>> = {
  'with-head': ['submit'],
  'with-secrecy': ['submit', 'approve'],
  'with-signer': ['submit', 'approve', 'clear'],
}

/** Every hand before this one is on record, and saw the text as it is now. */
function isSeenByAll({ stage, hands, contentHash }: Situation): boolean {
  const needed = handsBefore[stage] ?? []
  return hands.every((hand) => hand.contentHash === contentHash) && needed.every((name) => hands.some((hand) => hand.move === name))
}

function unmetFindings(situation: Situation): Obstacle[] {
  const found: Obstacle[] = []
  if (situation.isBeingRead) found.push('being-read')
  if (situation.findings.some((finding) => finding.weight === 'block')) found.push('blocked')
  if (situation.findings.some((finding) => finding.weight === 'answer' && !finding.isAnswered)) found.push('unanswered')
  return found
}

function unmetConclusion(mover: Mover): Obstacle[] {
  if (mover.conclusion === undefined || mover.conclusion === '') return ['conclusion-missing']
  const found: Obstacle[] = []
  if ((mover.basis ?? '').trim() === '') found.push('basis-missing')
  if (mover.conclusion !== 'may-publish') found.push('not-cleared')
  return found
}
