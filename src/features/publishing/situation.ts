import type { Day } from '../../kernel/day.ts'
import type { Action } from '../../kernel/policy.ts'
import type { Missing, Stage } from './document.ts'

export type MoveName =
  | 'submit'
  | 'take-back'
  | 'approve'
  | 'clear'
  | 'sign'
  | 'schedule'
  | 'unschedule'
  | 'release'
  | 'emergency'
  | 'uphold'
  | 'revoke'
  | 'send-back'
  | 'drop'

/** What a stored step can be: a move, an edit that took the text back, or the start of a correction. */
export type StepName = MoveName | 'edit' | 'correct'

/** A hand that the text has been through since it was last submitted. */
export interface Hand {
  move: StepName
  personId: number
  contentHash: string
}

export type SecrecyLevel = 'low' | 'high' | 'top'

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
  /** It is for the public, not kept. */
  isProactive: boolean
  /** It is withheld as a state secret: the review says at which level and until when. */
  isSecret: boolean
  longestYears: Readonly<Record<SecrecyLevel, number>>
  /** What other units say to exactly this text. */
  agreements: readonly { kind: 'co-issue' | 'concern'; state: 'agreed' | 'open' | 'objected' }[]
  now: Date
  /** The instant that the signer set. */
  releaseAt?: Date | undefined
  /** The legal day of the task that it fulfils, while that is open. */
  dueOn?: Day | undefined
  /** The kinds of emergency that allow a document of this genre to be released at once. */
  emergencyKinds: readonly string[]
  /** A release in an emergency that nobody has reviewed yet. */
  emergency?: { authors: readonly number[]; byId: number } | undefined
}

export interface Mover {
  id: number
  may: (action: Action) => boolean
  remark: string
  /** The set time has come: the program moves, not a person. */
  isClock?: boolean
  /** The conclusion of the secrecy review, where the move is one. */
  conclusion?: 'may-publish' | 'may-not' | 'refer-up' | ''
  basis?: string
  level?: SecrecyLevel | ''
  classifiedUntil?: Day | undefined
  /** The time that the signer sets, and whether a time after the legal day is meant. */
  releaseAt?: Date | undefined
  knowsLate?: boolean | undefined
  /** The kind of emergency. */
  kind?: string | undefined
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
  | 'level-missing'
  | 'too-long-secret'
  | 'awaits-confirmation'
  | 'objected'
  | 'awaits-consent'
  | 'co-issuer-objects'
  | 'not-for-public'
  | 'time-missing'
  | 'time-past'
  | 'would-be-late'
  | 'not-yet'
  | 'kind-missing'
  | 'kind-not-allowed'
  | 'nothing-to-review'
