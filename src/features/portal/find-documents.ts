import { highlight, type Segment } from '../../platform/search/highlight.ts'
import { noSynonyms, type Synonyms } from '../../platform/search/synonyms.ts'
import { queryTerms, tsquery } from '../../platform/search/terms.ts'
import type { Site } from '../../platform/site.ts'
import type { StoredDuty } from '../catalogue/index.ts'
import type { Unit } from '../organisations/index.ts'
import {
  countPublic,
  listByNumber,
  listFound,
  listPublic,
  type FoundCounts,
  type FoundLine,
  type PublicFilter,
  type PublicLine,
} from '../publishing/index.ts'
import { readSynonyms } from '../searches/index.ts'
import { matchNames } from './match-names.ts'
import { passageOf } from './passage-of.ts'
import { countFilters, type Place, type Question } from './question.ts'
import { readPlaces, type Places } from './read-places.ts'

interface FoundDocument extends PublicLine {
  titleSegments?: Segment[]
  passage?: Segment[]
  /** The file in which the words stand. */
  file?: string
}

export interface Found {
  places: Places
  documents: FoundDocument[]
  /** How many there are; more than the cap is not counted. */
  total: number
  /** How many stand where; only for a question with words. */
  counts?: FoundCounts
  /** Where the list goes on. */
  next?: Place
  /** Documents whose number was asked for. */
  numbered: PublicLine[]
  units: Unit[]
  duties: StoredDuty[]
  /** Words of the same meaning that were looked for too. */
  alsoSearched: string[]
}

const pageSize = 20
const mostNumbered = 5
const mostNamesakes = 3
const mostOfKind = 50
const mostAlso = 8
const titleCharacters = 300

/**
 * Answers a reader's question: with words what fits best, without words what is newest. On the first page also the documents of that
 * very number, and the units and lines of the catalogue of that name.
 */
export async function findDocuments(site: Site, question: Question, limit: number = pageSize): Promise<Found> {
  const db = site.database.read
  const [places, all] = await Promise.all([readPlaces(site, db), readSynonyms(site, db)])
  const synonyms = question.isExact === true ? noSynonyms : all
  const filter = filterOf(question, places, limit + 1)
  const words = question.words === '' ? undefined : tsquery(question.words, synonyms)
  const found: Found = { places, documents: [], total: 0, numbered: [], units: [], duties: [], alsoSearched: [] }
  if (filter === undefined || (question.words !== '' && words === undefined)) return found
  if (words === undefined) await addNewest(site, found, filter, limit)
  else {
    found.alsoSearched = alsoSearched(question.words, synonyms)
    await addFitting(site, found, { ...filter, words }, question, synonyms, limit)
    if (question.before === undefined) await addNamesakes(site, found, question, synonyms)
  }
  return found
}

async function addNewest(site: Site, found: Found, filter: PublicFilter, limit: number): Promise<void> {
  const db = site.database.read
  const { before: _, ...whole } = filter
  const [lines, total] = await Promise.all([listPublic(db, filter), countPublic(db, whole)])
  found.documents = lines.slice(0, limit)
  found.next = lines.length > limit ? placeOf(lines[limit - 1]!) : undefined
  found.total = total
}

async function addFitting(
  site: Site,
  found: Found,
  { before, ...filter }: PublicFilter & { words: string },
  question: Question,
  synonyms: Synonyms,
  limit: number,
): Promise<void> {
  const { sort } = question
  const after = before && { ...before, fit: question.before?.fit ?? 0 }
  const page = await listFound(site.database.read, { ...filter, sort, after })
  const last = page.lines.length > limit ? page.lines[limit - 1] : undefined
  found.documents = page.lines.slice(0, limit).map((line) => withPassages(line, question.words, synonyms))
  found.next = last && (sort === 'newest' ? placeOf(last) : { ...placeOf(last), fit: last.fit })
  found.total = page.total
  found.counts = page.counts
}

function placeOf({ publishedOn, id }: PublicLine): Place {
  return { publishedOn, id }
}

/** The question in the database's terms; undefined when it asks for a unit, category or line that there is not. */
export function filterOf(question: Question, places: Places, limit: number): PublicFilter | undefined {
  const unit = [...places.units.values()].find((one) => one.code === question.unit)
  const category = places.categories.find((one) => one.code === question.category)
  if (question.unit !== undefined && unit === undefined) return undefined
  if (question.category !== undefined && category === undefined) return undefined
  const duty = places.everyDuty.find((one) => one.code === question.duty)
  if (question.duty !== undefined && duty === undefined) return undefined
  const { year, genre, language, before } = question
  return { unitPath: unit?.path, categoryPath: category?.path, dutyId: duty?.id, year, genre, language, before, limit }
}

async function addNamesakes(site: Site, found: Found, question: Question, synonyms: Synonyms): Promise<void> {
  const { offered } = found.places
  const { words, kind } = question
  found.numbered = await listByNumber(site.database.read, words, mostNumbered)
  if (countFilters(question) > 0) return
  const most = kind === undefined ? mostNamesakes : mostOfKind
  found.units = matchNames(words, synonyms, offered.units, (unit) => [unit.nameZh, unit.nameEn, unit.shortZh, unit.shortEn], most)
  found.duties = matchNames(words, synonyms, offered.duties, (duty) => [duty.titleZh, duty.titleEn], most)
}

/** The synonyms that the search looked for besides what was typed. */
function alsoSearched(words: string, synonyms: Synonyms): string[] {
  const others = queryTerms(words, synonyms).flatMap(({ text }) => synonyms.of(text).filter((word) => word.toLowerCase() !== text))
  return [...new Set(others)].slice(0, mostAlso)
}

function withPassages(line: FoundLine, words: string, synonyms: Synonyms): FoundDocument {
  const { body, files, ...rest } = line
  const titleSegments = highlight(line.title, words, titleCharacters, synonyms)
  const isShown = titleSegments.some((segment) => segment.hit)
  const { segments, file } = passageOf({ summary: line.summary, body, files }, words, synonyms, isShown)
  return { ...rest, titleSegments, passage: segments, file }
}
