import { stem } from './stem.ts'

/** A run of letters as it stands in a text: Han characters together, or one word of another script. */
export interface Run {
  kind: 'han' | 'word'
  /** As written. */
  text: string
  /** Where it begins in the text, in UTF-16 units. */
  at: number
}

/** The runs of letters and digits in a text; everything else separates. */
export function runsOf(text: string): Run[] {
  return Array.from(text.matchAll(run), (found) => ({ kind: han.test(found[0]) ? 'han' : 'word', text: found[0], at: found.index }))
}

/**
 * The words by which a text is found: of Han characters every pair and the last one of each run (so that a query of one
 * character finds every place), of other scripts the stem of each word. Sorted by first appearance, each once.
 */
export function indexTokens(text: string): string[] {
  const tokens = new Set<string>()
  for (const { kind, text: letters } of runsOf(normalise(text))) {
    if (kind === 'word') tokens.add(wordToken(letters))
    else {
      for (const pair of pairsOf(letters)) tokens.add(pair)
      tokens.add([...letters].at(-1) ?? '')
    }
  }
  return [...tokens]
}

/** One spelling for what is the same to a reader: full width becomes half width, capitals small, `people's` loses its mark. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{L})['’]s(?![\p{L}\p{N}])/gu, '')
}

/** Neighbouring pairs of a run of Han characters; none for a single one. */
export function pairsOf(letters: string): string[] {
  const characters = [...letters]
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

/** The token of a normalised word of a script other than Han. A lexeme has a greatest length, and no word is so long. */
export function wordToken(word: string): string {
  return stem([...word].slice(0, 64).join(''))
}

const han = /^\p{Script=Han}/u
const run = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu
