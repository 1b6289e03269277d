import { normalise, runsOf, wordToken } from './tokens.ts'

/** Words of the field that mean the same, ready to be looked up. */
export interface Synonyms {
  /** The words of the same group, by any spelling of one of them. The word asked for is among them. */
  of(phrase: string): string[]
  /** The longest phrase in Han characters and in words of other scripts: how far a search for one must look. */
  longest: number
  /** How the phrases begin: what begins otherwise is in no group. */
  starts: ReadonlySet<string>
}

/** Makes groups of words ready to be looked up; a word in two groups has the words of both. */
export function synonymsOf(groups: string[][]): Synonyms {
  const found = new Map<string, string[]>()
  let longest = 0
  for (const group of groups) {
    for (const word of group) {
      const key = keyOf(word)
      found.set(key, [...new Set([...(found.get(key) ?? []), ...group])])
      longest = Math.max(
        longest,
        runsOf(word).reduce((sum, run) => sum + (run.kind === 'han' ? [...run.text].length : 1), 0),
      )
    }
  }
  return { of: (phrase) => found.get(keyOf(phrase)) ?? [], longest, starts: new Set([...found.keys()].map((key) => key.charAt(0))) }
}

export const noSynonyms: Synonyms = { of: () => [], longest: 0, starts: new Set() }

/** Two spellings of one phrase have one key: `Guides` and `guide`. */
function keyOf(phrase: string): string {
  return runsOf(normalise(phrase))
    .map((run) => (run.kind === 'word' ? wordToken(run.text) : run.text))
    .join(' ')
}
