import { randomBytes } from 'node:crypto'
import type { Db } from '../database/index.ts'
import { hashOfContent, hashOfLeaf, hashOfWords, type Leaf } from './entry.ts'
import { lockHead, saveEntry } from './queries.ts'

/** One change, as the act that makes it tells it. */
export interface Change {
  at: Date
  /** A pseudonym: 'person:12', 'system'. Never a name. */
  actor: string
  /** 'slice.verb'. */
  act: string
  /** 'slice.noun:id'. */
  subject: string
  /** The subject after the change, whole; only its salted hash is kept. */
  content: unknown
  unitId?: number
  reason?: string
  details?: Record<string, string>
}

/**
 * Adds one entry to the record, in the transaction of the change itself, and answers its number. If it cannot be written,
 * the change is not made either. Call it after the change was saved: it holds the end of the chain until the transaction ends,
 * so other changes wait from here on. The time is never before that of the entry before.
 */
export async function record(db: Db, change: Change): Promise<number> {
  const words = { salt: randomBytes(16).toString('hex'), reason: change.reason ?? '', details: change.details ?? {} }
  const contentHash = hashOfContent(words.salt, change.content)
  const head = await lockHead(db)
  const seq = head.seq + 1
  const now = change.at.toISOString()
  const leaf: Leaf = {
    seq,
    at: now > head.at ? now : head.at,
    actor: change.actor,
    act: change.act,
    subject: change.subject,
    unitId: change.unitId ?? null,
    contentHash,
    wordsHash: hashOfWords(words),
    prev: head.hash,
  }
  await saveEntry(db, { ...leaf, hash: hashOfLeaf(leaf) }, { seq, ...words })
  return seq
}
