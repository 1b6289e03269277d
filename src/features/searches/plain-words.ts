import { createHash } from 'node:crypto'
import { normalise } from '../../platform/search/tokens.ts'

/** One spelling for what people type differently: letters and digits, single blanks. */
export function plainWords(typed: string): string {
  return normalise(typed)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

/** The words as the list knows them before they are shown. */
export function hashOf(words: string, salt: string): string {
  return createHash('sha256').update(`${salt}\n${words}`).digest('hex')
}
