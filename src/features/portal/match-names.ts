import type { Synonyms } from '../../platform/search/synonyms.ts'
import { queryTerms, waysOf } from '../../platform/search/terms.ts'
import { indexTokens } from '../../platform/search/tokens.ts'

/**
 * The things whose names answer a query: every term of it, or a synonym, must stand in one of the names. The first `most`, in the order
 * in which they were given.
 */
export function matchNames<One extends object>(
  words: string,
  synonyms: Synonyms,
  things: readonly One[],
  namesOf: (one: One) => readonly string[],
  most: number,
): One[] {
  const terms = queryTerms(words, synonyms).map((term) => waysOf(term, synonyms))
  if (terms.length === 0) return []
  const found: One[] = []
  for (const one of things) {
    if (found.length >= most) break
    const { text, tokens } = named(one, namesOf)
    const stands = (token: string): boolean => tokens.has(token) || text.includes(token)
    if (terms.every((ways) => ways.some((way) => way.tokens.every(stands)))) found.push(one)
  }
  return found
}

const known = new WeakMap<object, { text: string; tokens: Set<string> }>()

/** The names of a thing ready to be matched; reckoned once for each thing, for the same things are asked for by every search. */
function named<One extends object>(one: One, namesOf: (one: One) => readonly string[]): { text: string; tokens: Set<string> } {
  const before = known.get(one)
  if (before !== undefined) return before
  const names = namesOf(one).join('\n')
  const made = { text: names.toLowerCase(), tokens: new Set(indexTokens(names)) }
  known.set(one, made)
  return made
}
