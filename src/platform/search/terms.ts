import { empty, wordsOf } from './pieces.ts'
import { noSynonyms, type Synonyms } from './synonyms.ts'
import { normalise, pairsOf, runsOf, wordToken } from './tokens.ts'
import { quoted } from './vector.ts'

/** One thing that a query asks for. */
export interface Term {
  /** As typed, normalised. */
  text: string
  /** All of these must be in the document. */
  tokens: string[]
  /** A single Han character, which is the beginning of every pair that it stands in. */
  isPrefix: boolean
}

/** Of a longer query, the beginning counts. */
const mostCharacters = 200
const mostTerms = 12

/**
 * Cuts a query into terms. Han text is cut into words by the dictionary of the platform; single characters are glued to their
 * neighbours, for a single character finds too much. Words that `synonyms` knows stay whole, and so do phrases in quotation marks.
 * Words without content (的, how, the) are passed over unless there is nothing else. At most 12 terms.
 */
export function queryTerms(query: string, synonyms: Synonyms = noSynonyms): Term[] {
  const considered = first(normalise(first(query)))
  const texts = considered.split(quotation).flatMap((part, at) => (at % 2 === 1 ? [part.trim()] : wordsOf(part, synonyms)))
  const meant = texts.filter((text) => !empty.has(text))
  const terms = (meant.length > 0 ? meant : texts).map(termOf).filter((term) => term.tokens.length > 0)
  return [...new Map(terms.map((term) => [term.tokens.join(' '), term])).values()].slice(0, mostTerms)
}

function first(text: string): string {
  return Array.from(text.slice(0, mostCharacters * 2))
    .slice(0, mostCharacters)
    .join('')
}

/**
 * A query as the text of a `tsquery`, for `$1::tsquery`: every term must be there, itself or a synonym. Whatever is typed
 * gives a valid text, or undefined when it holds no letter or digit.
 */
export function tsquery(query: string, synonyms: Synonyms = noSynonyms): string | undefined {
  const terms = queryTerms(query, synonyms).map((term) => {
    const ways = widest(waysOf(term, synonyms)).map((way) =>
      way.tokens.map((token) => quoted(token) + (way.isPrefix ? ':*' : '')).join(' & '),
    )
    return ways.length > 1 ? `( ${ways.join(' | ')} )` : (ways[0] ?? '')
  })
  return terms.length > 0 ? terms.join(' & ') : undefined
}

/** A term and its synonyms, as terms. */
export function waysOf(term: Term, synonyms: Synonyms): Term[] {
  const others = synonyms.of(term.text).map((word) => termOf(normalise(word)))
  return [term, ...others].filter((way) => way.tokens.length > 0)
}

/** Leaves out a way that demands all that another demands, and more: it could find nothing that the other does not. */
function widest(ways: Term[]): Term[] {
  const demands = (one: Term, other: Term) => other.tokens.every((token) => one.tokens.includes(token))
  return ways.filter((way, at) => !ways.some((other, i) => i !== at && demands(way, other) && (i < at || !demands(other, way))))
}

/** A normalised word or phrase as one term. */
export function termOf(text: string): Term {
  const runs = runsOf(text)
  const meant = runs.filter((run) => !empty.has(run.text))
  const tokens = (meant.length > 0 ? meant : runs).flatMap((run) => (run.kind === 'word' ? [wordToken(run.text)] : pairsOf(run.text)))
  const only = runs.length === 1 && runs[0]?.kind === 'han' && tokens.length === 0
  // A single character beside other words is too vague to be demanded.
  return { text, tokens: only ? [runs[0]!.text] : [...new Set(tokens)], isPrefix: only }
}

/** Straight, curly and corner quotation marks, in pairs, two characters or more inside. */
const quotation = /["“”„「『]([^"“”„「」『』]{2,})["“”「」『』]/u
