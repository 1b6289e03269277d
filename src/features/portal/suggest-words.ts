import type { Lang } from '../../kernel/translate.ts'
import { noSynonyms } from '../../platform/search/synonyms.ts'
import { normalise, pairsOf, runsOf, wordToken } from '../../platform/search/tokens.ts'
import { quoted } from '../../platform/search/vector.ts'
import type { Site } from '../../platform/site.ts'
import { nameIn } from '../../ui/reader.ts'
import { listByNumber, listNumbersBeginning, listTitlesBeginning, listTitlesWith, type TitleLine } from '../publishing/index.ts'
import { listAsked } from '../searches/index.ts'
import { documentPath } from './address.ts'
import { matchNames } from './match-names.ts'
import { writeQuestion } from './question.ts'
import { readPlaces, type Places } from './read-places.ts'

export const suggestionKinds = ['query', 'unit', 'duty', 'category', 'document'] as const

/** Something that a reader may mean who has typed the beginning of it. */
export interface Suggestion {
  kind: (typeof suggestionKinds)[number]
  text: string
  /** The path of its page, without the language. */
  path: string
}

/** What begins with, or holds, what was typed: what many ask for, units, lines and categories, and documents; at most `most` of each kind. */
export async function suggestWords(site: Site, lang: Lang, typed: string, most: number): Promise<Suggestion[]> {
  const text = normalise(typed).trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return []
  const db = site.database.read
  const places = await readPlaces(site, db)
  const [asked, titles] = await Promise.all([listAsked(site, db, text, most), titlesFor(site, typed, most)])
  return [
    ...asked.map((words): Suggestion => ({ kind: 'query', text: words, path: `/search${writeQuestion({ words, isCut: false })}` })),
    ...namedLike(places, lang, text, most),
    ...titles.map((line): Suggestion => ({ kind: 'document', text: line.title, path: documentPath(line.indexNumber) })),
  ]
}

function namedLike({ offered, categories }: Places, lang: Lang, text: string, most: number): Suggestion[] {
  const reader = { lang }
  const units = matching(text, offered.units, (unit) => [unit.nameZh, unit.nameEn, unit.shortZh, unit.shortEn], most)
  const duties = matching(text, offered.duties, (duty) => [duty.titleZh, duty.titleEn], most)
  const named = matching(text, categories, (one) => [one.nameZh, one.nameEn], most)
  return [
    ...units.map((unit): Suggestion => ({ kind: 'unit', text: nameIn(reader, unit), path: `/units/${unit.code}` })),
    ...duties.flatMap((duty): Suggestion[] => {
      const category = categories.find((one) => one.id === duty.categoryId)
      const title = nameIn(reader, { nameZh: duty.titleZh, nameEn: duty.titleEn })
      return category === undefined ? [] : [{ kind: 'duty', text: title, path: `/catalogue/${category.code}#${duty.code}` }]
    }),
    ...named.map((one): Suggestion => ({ kind: 'category', text: nameIn(reader, one), path: `/catalogue/${one.code}` })),
  ]
}

/** Names that begin with what was typed, then those that have it anywhere, then those that have all of its words. */
function matching<One extends object>(text: string, things: readonly One[], namesOf: (one: One) => readonly string[], most: number): One[] {
  const found = new Set<One>()
  const names = things.map((one) => ({ one, names: namesOf(one).map((name) => name.toLowerCase()) }))
  for (const { one, names: own } of names) if (found.size < most && own.some((name) => name.startsWith(text))) found.add(one)
  for (const { one, names: own } of names) if (found.size < most && own.some((name) => name.includes(text))) found.add(one)
  for (const one of found.size < most ? matchNames(text, noSynonyms, things, namesOf, most) : []) if (found.size < most) found.add(one)
  return [...found]
}

async function titlesFor(site: Site, typed: string, most: number): Promise<TitleLine[]> {
  const db = site.database.read
  const words = titleWords(typed)
  const lists = await Promise.all([
    /\d/.test(typed) && typed.trim().length > 3 ? listNumbersBeginning(db, typed.trim(), most) : [],
    listByNumber(db, typed, most),
    words === undefined ? listTitlesBeginning(db, normalise(typed).trim(), most) : listTitlesWith(db, words, most),
  ])
  const lines = lists.flat().map(({ indexNumber, title, language }): TitleLine => ({ indexNumber, title, language }))
  return [...new Map(lines.map((line) => [line.indexNumber, line])).values()].slice(0, most)
}

const shortestPrefix = 3

/**
 * What was typed as a query of title words; the last word may go on. Undefined when it is so short that half of all titles would have
 * it: one character, one or two letters.
 */
function titleWords(typed: string): string | undefined {
  const runs = runsOf(normalise(typed))
  const parts = runs.flatMap((run, at) => {
    if (run.kind === 'han') return pairsOf(run.text).map((pair) => `${quoted(pair)}:A`)
    const isLast = at === runs.length - 1
    if (!isLast) return [`${quoted(wordToken(run.text))}:A`]
    // A whole word stands in the index by its stem, which may be shorter than what was typed.
    const begun = `${quoted(run.text.slice(0, 40))}:*A`
    return run.text.length < shortestPrefix ? [] : [`(${begun} | ${quoted(wordToken(run.text))}:A)`]
  })
  return parts.length === 0 ? undefined : parts.slice(0, 40).join(' & ')
}
