import type { MoveName, Obstacle } from './move.ts'
import type { SecrecyReview } from './queries-chain.ts'

/** What somebody asks of a document: the move, what they looked at, and what its form holds. */
export interface MoveRequest {
  move: MoveName
  /** The version the person looked at: another one since then is not what was read. */
  version: number
  /** The fingerprint of what the person looked at: files can change without a new version. */
  seen?: string
  remark: string
  passages?: readonly { passage: string; words: string }[]
  review?: Omit<SecrecyReview, 'version' | 'byId' | 'at' | 'conclusion'> & { conclusion: SecrecyReview['conclusion'] | '' }
  /** When it is to be released, and that a day after the legal one is meant. */
  releaseAt?: Date
  knowsLate?: boolean
  /** The kind of emergency in which it is released. */
  kind?: string
}

export type MoveRefusal = Obstacle | 'read-another-version' | 'reason-leaks'
