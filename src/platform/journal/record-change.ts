import { randomBytes } from 'node:crypto'
import type { Db } from '../database/index.ts'
import { hashOfContent, hashOfLeaf, hashOfWords, type Entry, type Leaf, type Words } from './entry.ts'
import { lockHead, saveEntries, saveEntry, type Head } from './queries.ts'

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
  const words = wordsOf(change)
  const contentHash = hashOfContent(words.salt, change.content)
  const head = await lockHead(db)
  const entry = entryAfter(head, change, words, contentHash)
  await saveEntry(db, entry, { seq: entry.seq, ...words })
  return entry.seq
}

/** The same for many changes of one transaction, in their order and in a few statements: an import of thousands of rows. */
export async function recordAll(db: Db, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  const prepared = changes.map((change) => {
    const words = wordsOf(change)
    return { change, words, contentHash: hashOfContent(words.salt, change.content) }
  })
  let head = await lockHead(db)
  const entries = prepared.map(({ change, words, contentHash }) => {
    const entry = entryAfter(head, change, words, contentHash)
    head = { seq: entry.seq, at: entry.at, hash: entry.hash }
    return { entry, words: { seq: entry.seq, ...words } }
  })
  await saveEntries(db, entries)
}

function wordsOf(change: Change): Omit<Words, 'seq'> {
  return { salt: randomBytes(16).toString('hex'), reason: change.reason ?? '', details: change.details ?? {} }
}

function entryAfter(head: Head, change: Change, words: Omit<Words, 'seq'>, contentHash: string): Entry {
  const now = change.at.toISOString()
  const leaf: Leaf = {
    seq: head.seq + 1,
    at: now > head.at ? now : head.at,
    actor: change.actor,
    act: change.act,
    subject: change.subject,
    unitId: change.unitId ?? null,
    contentHash,
    wordsHash: hashOfWords(words),
    prev: head.hash,
  }
  return { ...leaf, hash: hashOfLeaf(leaf) }
}
