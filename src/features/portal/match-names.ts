import type { Synonyms } from '../../platform/search/synonyms.ts'
import { queryTerms, waysOf } from '../../platform/search/terms.ts'
import { indexTokens } from '../../platform/search/tokens.ts'

/**
 * The things whose names answer a query: every term of it, or a synonym, must stand in one of the names. The first `most`, in the order
 * in which they were given.
 */
export function matchNames<One>(
  words: string,
  synonyms: Synonyms,
  things: readonly One[],
  namesOf: (one: One) => readonly string[],
  most: number,
): One[] {
  const terms = queryTerms(words, synonyms).map((term) => waysOf(term, synonyms))
  if (terms.length === 0) return []
  return things
    .map((one) => ({ one, text: namesOf(one).join('\n') }))
    .filter(({ text }) => {
      const tokens = new Set(indexTokens(text))
      const stands = (token: string): boolean => tokens.has(token) || text.toLowerCase().includes(token)
      return terms.every((ways) => ways.some((way) => way.tokens.every(stands)))
    })
    .slice(0, most)
    .map(({ one }) => one)
}
