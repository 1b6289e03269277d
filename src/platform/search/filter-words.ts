import { asDay, yearOf, type Day } from '../../kernel/day.ts'
import { quoted } from './vector.ts'

/** Where a document stands. Each of these becomes a word of the index that no reader can type, so that a filter is one word more. */
export interface Standing {
  unitPath: string
  /** Other units under which it stands as well. */
  coIssuerPaths?: readonly string[]
  categoryPath: string
  dutyId?: number
  publishedOn: Day
  genre: string
  language: string
}

/** What a search may be narrowed to. */
export interface Narrowing {
  unitPath?: string
  categoryPath?: string
  dutyId?: number
  year?: number
  genre?: string
  language?: string
}

/** The words of the index under which a document is filtered: every unit and category above it, its line, month, year, genre, language. */
export function filterWords({ publishedOn, genre, language, ...standing }: Standing): string[] {
  return [
    ...scopesOf(standing).map((scope) => `@${scope}`),
    ...[monthWord(publishedOn), `@y${yearOf(publishedOn)}`, `@l${language}`],
    ...(genre === '' ? [] : [`@g${genre}`]),
  ]
}

/** The lists in which a document stands: `u12` under a unit, `c5` under a category, `d9` under a line of the catalogue. */
export function scopesOf(standing: Pick<Standing, 'unitPath' | 'coIssuerPaths' | 'categoryPath' | 'dutyId'>): string[] {
  const { unitPath, coIssuerPaths = [], categoryPath, dutyId } = standing
  const units = new Set([unitPath, ...coIssuerPaths].flatMap(stepsOf))
  const scopes = [...[...units].map((id) => `u${id}`), ...stepsOf(categoryPath).map((id) => `c${id}`)]
  return dutyId === undefined ? scopes : [...scopes, `d${dutyId}`]
}

/** The lists that a narrowing names: the lowest step of each path. */
export function askedScopes({ unitPath, categoryPath, dutyId }: Narrowing): string[] {
  const lowest = (kind: string, path: string | undefined): string[] =>
    stepsOf(path ?? '')
      .slice(-1)
      .map((id) => kind + id)
  return [...lowest('u', unitPath), ...lowest('c', categoryPath), ...(dutyId === undefined ? [] : [`d${dutyId}`])]
}

/** The words that a document must have to pass the narrowing. */
export function askedWords(narrowing: Narrowing): string[] {
  const { year, genre, language } = narrowing
  return [
    ...askedScopes(narrowing).map((scope) => `@${scope}`),
    ...(year === undefined ? [] : [`@y${year}`]),
    ...(genre === undefined ? [] : [`@g${genre}`]),
    ...(language === undefined ? [] : [`@l${language}`]),
  ]
}

/**
 * Spans of time from the newest to the oldest, each as the text of a tsquery: the newest month, two, four and eight before it, the rest
 * of this year and the last, a year, three years, and all that is older. Together they hold every day between `oldest` and `newest`, each once. A search goes through them in
 * this order and stops when it has enough, so that a word that is everywhere never reads the whole archive.
 */
export function spansOfTime(newest: Day, oldest: Day): string[] {
  const months = monthsBack(newest, asDay(`${yearOf(newest) - 1}-01-01`))
  const years = Array.from({ length: Math.max(0, yearOf(newest) - 1 - yearOf(oldest)) }, (_, n) => `@y${yearOf(newest) - 2 - n}`)
  const spans = [...grouped(months, [1, 2, 4, 8]), ...grouped(years, [1, 3])]
  return spans.filter((span) => span.length > 0).map((span) => `(${span.map(quoted).join(' | ')})`)
}

/** A list in groups of these sizes, and the rest in one. */
function grouped(list: readonly string[], sizes: readonly number[]): string[][] {
  const starts = sizes.map((_, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0))
  const whole = sizes.reduce((sum, size) => sum + size, 0)
  return [...sizes.map((size, at) => list.slice(starts[at], starts[at]! + size)), list.slice(whole)]
}

/** The words of the months from the day's own back to that of another day. */
function monthsBack(from: Day, until: Day): string[] {
  const [first, last] = [monthNumber(from), monthNumber(until)]
  return Array.from({ length: Math.max(0, first - last + 1) }, (_, n) => wordOfMonth(first - n))
}

function monthNumber(day: Day): number {
  return yearOf(day) * 12 + Number(day.slice(5, 7)) - 1
}

function wordOfMonth(number: number): string {
  return `@m${Math.floor(number / 12)}${String((number % 12) + 1).padStart(2, '0')}`
}

function monthWord(day: Day): string {
  return wordOfMonth(monthNumber(day))
}

/** The ids in a path like `/1/12/`. */
function stepsOf(path: string): string[] {
  return path.split('/').filter((step) => step !== '')
}
