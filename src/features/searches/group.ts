import { done, refused, type Outcome } from '../../kernel/outcome.ts'

/** Words that mean the same in this city. */
export interface Group {
  id: number
  words: string[]
  version: number
}

export type GroupRefusal = 'words-few' | 'words-many' | 'word-long' | 'edited-meanwhile'

const mostWords = 12
const longestWord = 60

/** Makes a group of what was typed: one word or phrase a line, each once; at least two. */
export function grouped(typed: string): Outcome<string[], GroupRefusal> {
  const words = [...new Set(typed.split(/[\n,，、;；]/).map((word) => word.replace(/\s+/g, ' ').trim()))].filter((word) =>
    /[\p{L}\p{N}]/u.test(word),
  )
  const refusals: GroupRefusal[] = []
  if (words.length < 2) refusals.push('words-few')
  if (words.length > mostWords) refusals.push('words-many')
  if (words.some((word) => Array.from(word).length > longestWord)) refusals.push('word-long')
  return refusals.length > 0 ? refused(...refusals) : done(words)
}
