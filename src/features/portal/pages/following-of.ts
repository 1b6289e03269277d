import type { Following } from '../../../ui/follow.tsx'
import { writeQuestion, type Question } from '../question.ts'

/** A list of found or new documents as something to follow: what it asks for, from its beginning. */
export function followingOf(question: Question, page: '/latest' | '/search'): Following {
  const query = writeQuestion({ ...question, before: undefined })
  return { target: query === '' ? 'all=yes' : query.slice(1), feed: `${page}/feed`, query }
}
