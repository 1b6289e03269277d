import { empty } from './pieces.ts'
import { noSynonyms, type Synonyms } from './synonyms.ts'
import { queryTerms, waysOf, type Term } from './terms.ts'
import { normalise, runsOf, wordToken, type Run } from './tokens.ts'

/** A run of an excerpt; `hit` when the query asked for it. */
export interface Segment {
  text: string
  hit: boolean
}

/**
 * The passage of a plain text that answers a query best: at most `max` characters around the place where most of its terms
 * stand together, with `…` where something was left out. Text only, never HTML. Without a hit: the beginning.
 */
export function highlight(text: string, query: string, max: number, synonyms: Synonyms = noSynonyms): Segment[] {
  const line = text.slice(0, longestText).replace(/\s+/gu, ' ').trim()
  const hits = hitsIn(line, query, synonyms)
  const from = startOf(line, hits, max)
  const to = wholeCharacter(line, from + max)
  const segments: Segment[] = from > 0 ? [{ text: '…', hit: false }] : []
  let at = from
  for (const hit of hits) {
    if (hit.at < at || hit.end > to) continue
    segments.push({ text: line.slice(at, hit.at), hit: false }, { text: line.slice(hit.at, hit.end), hit: true })
    at = hit.end
  }
  segments.push({ text: line.slice(at, to), hit: false })
  if (to < line.length || text.length > longestText) segments.push({ text: '…', hit: false })
  return segments.filter((segment) => segment.text !== '')
}

/** Beyond this nobody looks for an excerpt. */
const longestText = 50_000
/** How many hits are weighed against each other. */
const mostHits = 100

interface Hit {
  at: number
  end: number
  /** Which term of the query it answers. */
  term: number
}

/** A way to say a term: words that follow one another, or one run of Han characters. */
interface Needle {
  words: string[]
  term: number
}

function hitsIn(line: string, query: string, synonyms: Synonyms): Hit[] {
  const runs = runsOf(line).filter((run) => run.kind === 'han' || !empty.has(run.text.toLowerCase()))
  const { terms, whole } = wantedBy(query, synonyms)
  const hits = find(runs, whole)
  // A term that stands nowhere as one phrase shows by its words.
  const lost = terms.flatMap((term, at) => (hits.some((hit) => hit.term === at) ? [] : singleWords(term, at)))
  if (lost.length === 0) return hits
  return [...hits, ...find(runs, lost)].sort((a, b) => a.at - b.at || b.end - a.end)
}

let wanted: { query: string; synonyms: Synonyms; terms: Term[]; whole: Needle[] } | undefined

/** What a query looks for. The last is remembered, for a page marks the same query in every line of its list. */
function wantedBy(query: string, synonyms: Synonyms): { terms: Term[]; whole: Needle[] } {
  if (wanted?.query === query && wanted.synonyms === synonyms) return wanted
  const terms = queryTerms(query, synonyms)
  const whole = terms.flatMap((term, at) => waysOf(term, synonyms).flatMap((way) => needlesOf(way, at)))
  wanted = { query, synonyms, terms, whole }
  return wanted
}

function needlesOf(way: Term, term: number): Needle[] {
  const runs = runsOf(way.text).filter((run) => !empty.has(run.text) || way.isPrefix)
  if (runs.length > 0 && runs.every((run) => run.kind === 'word')) return [{ words: runs.map((run) => wordToken(run.text)), term }]
  return runs
    .filter((run) => way.isPrefix || run.text.length > 1)
    .map((run) => ({ words: [run.kind === 'word' ? wordToken(run.text) : run.text], term }))
}

function singleWords(term: Term, at: number): Needle[] {
  return term.tokens.map((token) => ({ words: [token], term: at }))
}

/** At every place the longest needle; hits do not overlap. */
function find(runs: Run[], needles: Needle[]): Hit[] {
  const longestFirst = needles.toSorted((a, b) => b.words.join('').length - a.words.join('').length)
  const tokens = tokensOf(runs, new Set(needles.flatMap(({ words }) => words.map((word) => word.charAt(0)))))
  const hits: Hit[] = []
  for (let i = 0; i < runs.length && hits.length < mostHits;) {
    const run = runs[i]!
    if (run.kind === 'han') {
      hits.push(...hanHits(run, longestFirst))
      i++
      continue
    }
    const needle = longestFirst.find(({ words }) => words.every((word, at) => tokens[i + at] === word))
    const last = needle && runs[i + needle.words.length - 1]
    if (needle && last) hits.push({ at: run.at, end: last.at + last.text.length, term: needle.term })
    i += needle?.words.length ?? 1
  }
  return hits
}

/** The tokens of words that may be wanted; most words are ruled out by their first letter, which no stem changes. */
function tokensOf(runs: Run[], initials: Set<string>): string[] {
  return runs.map((run) => {
    const initial = run.text.charAt(0)
    const mayBeWanted = initials.has(initial.toLowerCase()) || initial > '\u007f'
    return run.kind === 'word' && mayBeWanted ? wordToken(normalise(run.text)) : ''
  })
}

function hanHits(run: Run, longestFirst: Needle[]): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < run.text.length;) {
    const needle = longestFirst.find(({ words }) => words.length === 1 && run.text.startsWith(words[0]!, at))
    const length = needle?.words[0]?.length ?? 1
    if (needle) hits.push({ at: run.at + at, end: run.at + at + length, term: needle.term })
    at += length
  }
  return hits
}

/** Begins a little before the hit from which most different terms are within reach, at the start of a sentence or word if one is near. */
function startOf(line: string, hits: Hit[], max: number): number {
  if (line.length <= max || hits.length === 0) return 0
  const reach = (first: Hit) =>
    new Set(hits.filter((hit) => hit.at >= first.at && hit.end <= first.at + max * 0.75).map((hit) => hit.term)).size
  const best = hits.reduce((best, hit) => (reach(hit) > reach(best) ? hit : best))
  const earliest = Math.max(0, Math.min(best.at - Math.floor(max / 4), line.length - max))
  const before = line.slice(earliest, best.at)
  const sentence = /^.*?[。！？；.!?;]\s*/u.exec(earliest === 0 ? '' : before)?.[0].length
  const word = /^\S*\s/u.exec(earliest === 0 ? '' : before)?.[0].length
  return wholeCharacter(line, earliest + (sentence ?? word ?? 0))
}

/** The same place, or one unit earlier when it would split a character. */
function wholeCharacter(line: string, at: number): number {
  return /[\udc00-\udfff]/.test(line.charAt(at)) && /[\ud800-\udbff]/.test(line.charAt(at - 1)) ? at - 1 : at
}
