import type { Db } from '../../platform/database/index.ts'
import type { Missed } from './missed.ts'
import { hashOf, plainWords } from './plain-words.ts'
import { findMissedByHash, findSalt } from './queries-missed.ts'

/** What the office decided about words that found nothing, when it did. */
export async function findAnswer(db: Db, typed: string): Promise<Missed | undefined> {
  const missed = await findMissedWords(db, typed)
  return missed?.decision === undefined ? undefined : missed
}

/** What is known of words that found nothing; undefined as long as they are a hash. */
export async function findMissedWords(db: Db, typed: string): Promise<Missed | undefined> {
  return findMissedByHash(db, hashOf(plainWords(typed), await findSalt(db)))
}
