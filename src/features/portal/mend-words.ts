import type { Db } from '../../platform/database/index.ts'
import { distance, nearestPart } from '../../platform/search/distance.ts'
import type { Synonyms } from '../../platform/search/synonyms.ts'
import { tsquery } from '../../platform/search/terms.ts'
import { normalise, pairsOf, runsOf, type Run } from '../../platform/search/tokens.ts'
import { quoted } from '../../platform/search/vector.ts'
import { findAnswered, listTitlesWith, listWordsLike } from '../publishing/index.ts'
import { loadConfusables } from './load-confusables.ts'
import type { Places } from './read-places.ts'

const most = 3
const titlesWeighed = 200
const wordsWeighed = 10
const variantsTried = 60
let confusables: Map<string, string[]> | undefined

/**
 * What may have been meant by words that found little or nothing: the same words with one of them spelled as titles and names spell it.
 * English words by their letters, Chinese ones by characters that are taken for one another and by titles that differ in one place.
 * Only what finds something today is offered, the nearest first.
 */
export async function mendWords(db: Db, typed: string, places: Places, synonyms: Synonyms): Promise<string[]> {
  const text = normalise(typed)
  const found: { words: string; away: number }[] = []
  for (const run of runsOf(text)) {
    const others = run.kind === 'word' ? await likeWord(db, run.text, places) : await likeRun(db, run.text, places)
    found.push(...others.map(({ part, away }) => ({ words: replaced(text, run, part), away })))
  }
  const wanted = new Map(found.sort((a, b) => a.away - b.away).map(({ words }) => [words, tsquery(words, synonyms)]))
  const queries = [...wanted.values()].filter((query) => query !== undefined)
  const answered = await findAnswered(db, [...new Set(queries)].slice(0, variantsTried))
  return [...wanted].flatMap(([words, query]) => (query !== undefined && answered.has(query) ? [words] : [])).slice(0, most)
}

interface Other {
  part: string
  away: number
}

function replaced(text: string, run: Run, part: string): string {
  return `${text.slice(0, run.at)}${part}${text.slice(run.at + run.text.length)}`.trim()
}

async function likeWord(db: Db, word: string, places: Places): Promise<Other[]> {
  if (!/^[a-z]{4,}$/.test(word)) return []
  const ofNames = namesOf(places).flatMap((name) => name.toLowerCase().match(/[a-z]{4,}/g) ?? [])
  const others = new Set([...(await listWordsLike(db, word, wordsWeighed)), ...ofNames])
  return nearOf(others, Array.from(word), word.length > 5 ? 2 : 1)
}

function nearOf(others: Iterable<string>, letters: string[], reach: number): Other[] {
  const near = [...others].map((part) => ({ part, away: distance(Array.from(part), letters, reach) }))
  return near.filter(({ away }) => away > 0 && away <= reach).sort((a, b) => a.away - b.away)
}

async function likeRun(db: Db, run: string, places: Places): Promise<Other[]> {
  const characters = Array.from(run)
  if (characters.length < 2 || characters.length > 30) return []
  const titles = characters.length > 2 ? await titlesLike(db, characters) : []
  const reach = characters.length > 5 ? 2 : 1
  const parts = characters.length > 2 ? [...titles, ...namesOf(places)].flatMap((text) => nearestPart(text, characters, reach) ?? []) : []
  const counts = new Map<string, { away: number; n: number }>()
  for (const { part, away } of parts) counts.set(part, { away, n: (counts.get(part)?.n ?? 0) + 1 })
  const seen = [...counts].sort(([, a], [, b]) => a.away - b.away || b.n - a.n).map(([part, { away }]) => ({ part, away }))
  return [...lookAlikes(characters), ...seen.slice(0, wordsWeighed)]
}

/** The run with one character exchanged for another that is taken for it. */
function lookAlikes(characters: readonly string[]): Other[] {
  confusables ??= loadConfusables()
  const fellows = confusables
  return characters.flatMap((character, at) =>
    (fellows.get(character) ?? []).map((other) => ({ part: characters.with(at, other).join(''), away: 0.5 })),
  )
}

/** Titles that have every pair of the run but those that touch one of its characters. */
async function titlesLike(db: Db, characters: readonly string[]): Promise<string[]> {
  const pairs = pairsOf(characters.join(''))
  const ways = characters.flatMap((_, at) => {
    const rest = pairs.filter((__, pair) => pair !== at && pair !== at - 1)
    return rest.length > 0 ? [`(${rest.map((pair) => `${quoted(pair)}:A`).join(' & ')})`] : []
  })
  return ways.length === 0 ? [] : (await listTitlesWith(db, ways.join(' | '), titlesWeighed)).map((line) => line.title)
}

function namesOf({ offered, categories }: Places): string[] {
  return [
    ...offered.units.flatMap((unit) => [unit.nameZh, unit.nameEn]),
    ...offered.duties.flatMap((duty) => [duty.titleZh, duty.titleEn]),
    ...categories.flatMap((category) => [category.nameZh, category.nameEn]),
  ]
}
