/** What a reader wants to hear of: one document, or a list that is asked for like a search. */
export type Wish = { kind: 'document'; indexNumber: string } | ({ kind: 'list' } & ListWish)

export interface ListWish {
  words: string
  /** Codes; the subtree of each counts. */
  unit?: string
  category?: string
  /** Code of one line of the catalogue. */
  duty?: string
  year?: number
}

const code = /^[a-z0-9-]{1,60}$/
const longestWords = 200
const longestNumber = 100

/** The wish in the query of an address, or in a form; undefined when it names nothing. `all=yes` wishes for everything. */
export function readWish(query: Record<string, string | undefined>): Wish | undefined {
  const indexNumber = (query['document'] ?? '').trim()
  if (indexNumber !== '') return indexNumber.length > longestNumber ? undefined : { kind: 'document', indexNumber }
  const typed = (query['q'] ?? '').replace(/\s+/g, ' ').trim()
  const words = Array.from(typed).slice(0, longestWords).join('').trimEnd()
  const [unit, category, duty, year] = [query['unit'] ?? '', query['category'] ?? '', query['duty'] ?? '', query['year'] ?? '']
  const list: Wish = {
    kind: 'list',
    words,
    ...(code.test(unit) ? { unit } : {}),
    ...(code.test(category) ? { category } : {}),
    ...(code.test(duty) ? { duty } : {}),
    ...(/^(19|20)\d\d$/.test(year) ? { year: Number(year) } : {}),
  }
  return writeWish(list) === 'all=yes' && query['all'] !== 'yes' ? undefined : list
}

/** A wish as the query of an address: always the same text for the same wish, so that nobody follows one thing twice. */
export function writeWish(wish: Wish): string {
  const query = new URLSearchParams()
  if (wish.kind === 'document') query.set('document', wish.indexNumber)
  else {
    if (wish.words !== '') query.set('q', wish.words)
    if (wish.unit !== undefined) query.set('unit', wish.unit)
    if (wish.category !== undefined) query.set('category', wish.category)
    if (wish.duty !== undefined) query.set('duty', wish.duty)
    if (wish.year !== undefined) query.set('year', String(wish.year))
  }
  return query.toString() || 'all=yes'
}

/** Where a document stands, as far as a list can ask for it. */
export interface Place {
  unitPath: string
  categoryPath: string
  dutyCode: string
  year: number
}

/** Does a document at this place belong to a list, whose unit and category have these paths? Its words are another matter. */
export function liesIn(wish: ListWish, paths: { unit?: string | undefined; category?: string | undefined }, place: Place): boolean {
  if (wish.unit !== undefined && (paths.unit === undefined || !place.unitPath.startsWith(paths.unit))) return false
  if (wish.category !== undefined && (paths.category === undefined || !place.categoryPath.startsWith(paths.category))) return false
  if (wish.duty !== undefined && wish.duty !== place.dutyCode) return false
  return wish.year === undefined || wish.year === place.year
}
