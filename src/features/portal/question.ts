import { isDay, type Day } from '../../kernel/day.ts'

/** What a reader asks a list of documents for, made harmless: whatever was not understood is left out. */
export interface Question {
  words: string
  /** More was typed than is read. */
  isCut: boolean
  /** Code of the unit whose subtree is asked for. */
  unit?: string
  /** Code of the category whose subtree is asked for. */
  category?: string
  /** Code of one line of the catalogue. */
  duty?: string
  year?: number
  /** What kind of text: a notice, a plan, a report. */
  genre?: string
  language?: 'zh' | 'en'
  /** Only documents, only units, or only lines of the catalogue; all three unless told. */
  kind?: Kind
  /** The newest first; what fits best first unless told. */
  sort?: 'newest'
  /** Without the synonyms of the field. */
  isExact?: true
  before?: Place
}

export const kinds = ['document', 'unit', 'duty'] as const
export type Kind = (typeof kinds)[number]

/** The filters that narrow a list of documents, in the order in which addresses name them. */
export const filterNames = ['unit', 'category', 'duty', 'year', 'genre', 'language'] as const
export type FilterName = (typeof filterNames)[number]

/** A place in a list: the key of the last line that was shown. Lists in order of fit have the fit in it. */
export interface Place {
  fit?: 0 | 1 | 2
  publishedOn: Day
  id: number
}

/** Of a longer query the beginning counts. */
export const longestWords = 200

const code = /^[a-z0-9-]{1,60}$/
const year = /^(19|20)\d\d$/

export function readQuestion(query: Record<string, string | undefined>): Question {
  const typed = clean(query['q'] ?? '')
  const words = Array.from(typed).slice(0, longestWords).join('').trimEnd()
  const [unit, category, duty, asked] = [query['unit'] ?? '', query['category'] ?? '', query['duty'] ?? '', query['year'] ?? '']
  return {
    words,
    isCut: words.length < typed.length,
    ...(code.test(unit) ? { unit } : {}),
    ...(code.test(category) ? { category } : {}),
    ...(code.test(duty) ? { duty } : {}),
    ...(year.test(asked) ? { year: Number(asked) } : {}),
    ...(code.test(query['genre'] ?? '') ? { genre: query['genre'] } : {}),
    ...(query['language'] === 'zh' || query['language'] === 'en' ? { language: query['language'] } : {}),
    ...readManner(query),
    before: readPlace(query['before'] ?? ''),
  }
}

function readManner(query: Record<string, string | undefined>): Pick<Question, 'kind' | 'sort' | 'isExact'> {
  const kind = kinds.find((one) => one === query['kind'])
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(query['sort'] === 'newest' ? { sort: 'newest' } : {}),
    ...(query['exact'] === '1' ? { isExact: true } : {}),
  }
}

/** `2026-11-20.123`, or `2.2026-11-20.123` with the fit before it. */
export function writePlace(place: Place): string {
  return `${place.fit === undefined ? '' : `${place.fit}.`}${place.publishedOn}.${place.id}`
}

export function readPlace(text: string): Place | undefined {
  const match = /^(?:([012])\.)?(\d{4}-\d\d-\d\d)\.(\d{1,15})$/.exec(text)
  const day = match?.[2] ?? ''
  if (match === null || !isDay(day)) return undefined
  return { ...(match[1] === undefined ? {} : { fit: Number(match[1]) as 0 | 1 | 2 }), publishedOn: day, id: Number(match[3]) }
}

/** How many filters are set beside the words. */
export function countFilters(question: Question): number {
  return filterNames.filter((name) => question[name] !== undefined).length
}

/** The same question with another answer to one filter, or without it, from the beginning of the list. */
export function withFilter(question: Question, name: FilterName, value: string | undefined): Question {
  const { [name]: _, before: __, ...rest } = question
  return value === undefined ? rest : { ...rest, [name]: name === 'year' ? Number(value) : value }
}

/**
 * The question as the query of an address, from another place or from the beginning. One question has one address, so that it can be
 * kept, followed and compared.
 */
export function writeQuestion(question: Question, before?: Place): string {
  const query = new URLSearchParams()
  if (question.words !== '') query.set('q', question.words)
  for (const name of filterNames) {
    const value = question[name]
    if (value !== undefined) query.set(name, String(value))
  }
  if (question.kind !== undefined) query.set('kind', question.kind)
  if (question.sort !== undefined) query.set('sort', question.sort)
  if (question.isExact === true) query.set('exact', '1')
  if (before !== undefined) query.set('before', writePlace(before))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

function clean(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}
