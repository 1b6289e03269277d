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
  before?: Place
}

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
    before: readPlace(query['before'] ?? ''),
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
  return [question.unit, question.category, question.duty, question.year].filter((one) => one !== undefined).length
}

/** The question as the query of an address, from another place or from the beginning. */
export function writeQuestion(question: Question, before?: Place): string {
  const query = new URLSearchParams()
  if (question.words !== '') query.set('q', question.words)
  if (question.unit !== undefined) query.set('unit', question.unit)
  if (question.category !== undefined) query.set('category', question.category)
  if (question.duty !== undefined) query.set('duty', question.duty)
  if (question.year !== undefined) query.set('year', String(question.year))
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
