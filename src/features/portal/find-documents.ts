import { highlight, type Segment } from '../../platform/search/highlight.ts'
import { loadSynonyms } from '../../platform/search/load-synonyms.ts'
import { tsquery } from '../../platform/search/terms.ts'
import { oneLine, plainText } from '../../platform/text/markdown.ts'
import type { Site } from '../../platform/site.ts'
import type { StoredDuty } from '../catalogue/index.ts'
import { exists, type Unit } from '../organisations/index.ts'
import { countPublic, listByNumber, listFound, listPublic, type PublicFilter, type PublicLine } from '../publishing/index.ts'
import { matchNames } from './match-names.ts'
import { countFilters, type Place, type Question } from './question.ts'
import { readPlaces, type Places } from './read-places.ts'

interface FoundDocument extends PublicLine {
  titleSegments: Segment[]
  passage: Segment[]
}

export interface Found {
  places: Places
  documents: FoundDocument[]
  /** How many there are; more than the cap is not counted. */
  total: number
  /** Where the list goes on. */
  next?: Place
  /** Documents whose number was asked for. */
  numbered: PublicLine[]
  units: Unit[]
  duties: StoredDuty[]
}

const pageSize = 20
const mostNumbered = 5
const mostNamesakes = 3
const titleCharacters = 300
const passageCharacters = 160
const synonyms = loadSynonyms()

/**
 * Answers a reader's question: with words what fits best, without words what is newest. On the first page also the documents of that
 * very number, and the units and lines of the catalogue of that name.
 */
export async function findDocuments(site: Site, question: Question, limit: number = pageSize): Promise<Found> {
  const db = site.database.read
  const places = await readPlaces(site, db)
  const words = question.words === '' ? undefined : tsquery(question.words, synonyms)
  const filter = filterOf(question, places, limit + 1)
  const found: Found = { places, documents: [], total: 0, numbered: [], units: [], duties: [] }
  if (filter === undefined || (question.words !== '' && words === undefined)) return found
  const { before, ...rest } = filter
  const lines =
    words === undefined
      ? (await listPublic(db, filter)).map((line) => ({ ...line, body: '', fit: undefined }))
      : await listFound(db, { ...rest, words, after: before && { ...before, fit: question.before?.fit ?? 0 } })
  const last = lines.length > limit ? lines[limit - 1] : undefined
  found.documents = lines.slice(0, limit).map((line) => withPassages(line, question.words))
  found.next = last && { fit: last.fit, publishedOn: last.publishedOn, id: last.id }
  found.total = await countPublic(db, { ...rest, words })
  if (words !== undefined && question.before === undefined) await addNamesakes(site, found, question)
  return found
}

/** The question in the database's terms; undefined when it asks for a unit, category or line that there is not. */
function filterOf(question: Question, places: Places, limit: number): PublicFilter | undefined {
  const unit = [...places.units.values()].find((one) => one.code === question.unit)
  const category = places.categories.find((one) => one.code === question.category)
  if (question.unit !== undefined && unit === undefined) return undefined
  if (question.category !== undefined && category === undefined) return undefined
  const duty = places.everyDuty.find((one) => one.code === question.duty)
  if (question.duty !== undefined && duty === undefined) return undefined
  return { unitPath: unit?.path, categoryPath: category?.path, dutyId: duty?.id, year: question.year, before: question.before, limit }
}

async function addNamesakes(site: Site, found: Found, question: Question): Promise<void> {
  const { places } = found
  found.numbered = await listByNumber(site.database.read, question.words, mostNumbered)
  if (countFilters(question) > 0) return
  const units = [...places.units.values()].filter((unit) => exists(unit, site.today())).sort(higherFirst)
  found.units = matchNames(question.words, synonyms, units, (unit) => [unit.nameZh, unit.nameEn, unit.shortZh, unit.shortEn], mostNamesakes)
  found.duties = matchNames(
    question.words,
    synonyms,
    places.duties.toSorted(shorterFirst),
    (duty) => [duty.titleZh, duty.titleEn],
    mostNamesakes,
  )
}

/** A city's bureau before the counties' and the towns', and of those alike the one whose name says it most exactly. */
function higherFirst(a: Unit, b: Unit): number {
  return a.path.split('/').length - b.path.split('/').length || a.nameZh.length - b.nameZh.length
}

function shorterFirst(a: StoredDuty, b: StoredDuty): number {
  return a.titleZh.length - b.titleZh.length
}

function withPassages(line: PublicLine & { body: string }, words: string): FoundDocument {
  const { body, ...rest } = line
  const titleSegments = highlight(line.title, words, titleCharacters, synonyms)
  const summary = highlight(oneLine(line.summary), words, passageCharacters, synonyms)
  const isShown = words === '' || [...titleSegments, ...summary].some((segment) => segment.hit)
  const passage = isShown && line.summary !== '' ? summary : highlight(plainText(body), words, passageCharacters, synonyms)
  return { ...rest, titleSegments, passage }
}
