import { done, refused, type Outcome } from '../../kernel/outcome.ts'

/** A search that somebody who works here keeps under a name; `question` is the query of its address. */
export interface SavedSearch {
  id: number
  personId: number
  name: string
  question: string
  /** When its list was last looked at. */
  lookedAt: Date
}

export type SavedRefusal = 'name-missing' | 'name-long' | 'name-taken' | 'question-missing' | 'too-many'

const longestName = 60
const mostSaved = 50

/** Keeps a search under a name of one's own. */
export function namedSearch(
  wish: { name: string; question: string },
  own: readonly Pick<SavedSearch, 'name'>[],
): Outcome<{ name: string; question: string }, SavedRefusal> {
  const name = wish.name.replace(/\s+/g, ' ').trim()
  const refusals: SavedRefusal[] = []
  if (name === '') refusals.push('name-missing')
  if (Array.from(name).length > longestName) refusals.push('name-long')
  if (own.some((one) => one.name === name)) refusals.push('name-taken')
  if (wish.question === '') refusals.push('question-missing')
  if (own.length >= mostSaved) refusals.push('too-many')
  return refusals.length > 0 ? refused(...refusals) : done({ name, question: wish.question })
}
