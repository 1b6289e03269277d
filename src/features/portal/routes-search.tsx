import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { queryTerms } from '../../platform/search/terms.ts'
import { href } from '../../ui/reader.ts'
import { countAsked, countMissed, findAnswer, readSynonyms } from '../searches/index.ts'
import { findDocuments, type Found } from './find-documents.ts'
import { mendWords } from './mend-words.ts'
import { NamesPage } from './pages/names-page.tsx'
import { SearchPage } from './pages/search-page.tsx'
import { countFilters, readQuestion, type Question } from './question.ts'
import type { Places } from './read-places.ts'
import { suggestWords } from './suggest-words.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const
/** Fewer documents than these, and something else may have been meant. */
const few = 3
const suggestedAtOnce = 3
const suggestedOnPage = 30

/** The search, what it suggests while somebody types, and the same as a page. */
export const searchRoutes: readonly Route[] = [
  { ...open, path: '/search', answer: search },
  { ...open, path: '/search/suggest', answer: suggest },
  { ...open, path: '/search/names', answer: showNames },
]

async function search(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const question = readQuestion(ask.query)
  const found = await findDocuments(site, question)
  if (question.words === '') return { page: <SearchPage reader={reader} question={question} found={found} meant={[]} /> }
  const isFirst = question.before === undefined && countFilters(question) === 0
  const isMissed = isFirst && isInVain(found)
  const meant = isFirst && found.total < few ? await meantBy(ask, question, found) : []
  if (isMissed && question.isExact !== true) await countMissed(site, question.words)
  else if (isFirst) await countWhenOfField(ask, question, found.places)
  const answer = isMissed ? await findAnswer(site.database.read, question.words) : undefined
  // A page that found nothing is counted each time it is shown, so it must not lie ready-made.
  const page = <SearchPage {...{ reader, question, found, meant, answer, isMissed }} />
  return { page, passes: isMissed }
}

function isInVain(found: Found): boolean {
  return [found.total, found.numbered.length, found.units.length, found.duties.length].every((n) => n === 0)
}

async function meantBy({ site }: Ask, question: Question, found: Found): Promise<string[]> {
  const db = site.database.read
  return mendWords(db, question.words, found.places, await readSynonyms(site, db))
}

/** Only words that stand in names of units, categories and lines or among the synonyms say nothing about whoever asks. */
async function countWhenOfField({ site }: Ask, question: Question, { offered, categories }: Places): Promise<void> {
  const synonyms = await readSynonyms(site, site.database.read)
  const names = [
    ...offered.units.flatMap((unit) => [unit.nameZh, unit.nameEn]),
    ...offered.duties.flatMap((duty) => [duty.titleZh, duty.titleEn]),
    ...categories.flatMap((one) => [one.nameZh, one.nameEn]),
  ].map((name) => name.toLowerCase())
  const isOfField = ({ text }: { text: string }): boolean =>
    synonyms.of(text).length > 0 || (Array.from(text).length > 1 && names.some((name) => name.includes(text)))
  const terms = queryTerms(question.words, synonyms)
  if (terms.length > 0 && terms.every(isOfField)) await countAsked(site, question.words)
}

async function suggest(ask: Ask): Promise<Answer> {
  const { words } = readQuestion(ask.query)
  const suggestions = await suggestWords(ask.site, ask.reader.lang, words, suggestedAtOnce)
  return {
    json: {
      query: words,
      suggestions: suggestions.map(({ kind, text, path }) => ({
        kind: ask.reader.t(`portal.names.kind.${kind}`),
        text,
        href: href(ask.reader, path),
      })),
    },
  }
}

async function showNames(ask: Ask): Promise<Answer> {
  const question = readQuestion(ask.query)
  const suggestions = await suggestWords(ask.site, ask.reader.lang, question.words, suggestedOnPage)
  return { page: <NamesPage reader={ask.reader} question={question} suggestions={suggestions} /> }
}
