import { createHash } from 'node:crypto'
import { canonical } from '../../kernel/canonical.ts'

/** One entry of the record without its own hash. It holds no personal data: only hashes of what changed and of the words. */
export interface Leaf {
  seq: number
  /** UTC with milliseconds: '2025-10-31T08:30:00.000Z'. */
  at: string
  actor: string
  act: string
  subject: string
  unitId: number | null
  contentHash: string
  wordsHash: string
  /** The hash of the entry before; zeros for the first. */
  prev: string
}

export interface Entry extends Leaf {
  hash: string
}

/** The erasable part: what people wrote, and the salt without which the hashes say nothing about it. */
export interface Words {
  seq: number
  salt: string
  reason: string
  details: Record<string, string>
}

export const noHash = '0'.repeat(64)

/** SHA-256 over the salt and the canonical text of the content. */
export function hashOfContent(salt: string, content: unknown): string {
  return sha256(salt + canonical(content))
}

/** SHA-256 over the salt and the canonical text of reason and details. */
export function hashOfWords(words: Omit<Words, 'seq'>): string {
  return sha256(words.salt + canonical({ details: words.details, reason: words.reason }))
}

/** SHA-256 over the canonical text of the entry. The hash of the entry before is inside, so each vouches for all earlier ones. */
export function hashOfLeaf(leaf: Leaf): string {
  const { seq, at, actor, act, subject, unitId, contentHash, wordsHash, prev } = leaf
  return sha256(canonical({ v: 1, seq, at, actor, act, subject, unit: unitId, content: contentHash, words: wordsHash, prev }))
}

/** 'publishing.document' of 'publishing.document:17'. */
export function kindOf(subject: string): string {
  return subject.slice(0, subject.indexOf(':'))
}

/** Does this act end the life of its subject's row or of its earlier words? */
export function isErasure(act: string): boolean {
  return act.endsWith('.erased') || act.endsWith('.erase')
}

/** Does this act take the subject's row away? */
export function isRemoval(act: string): boolean {
  return isErasure(act) || act.endsWith('.removed') || act.endsWith('.remove')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
