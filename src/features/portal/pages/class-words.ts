import type { WordKey } from '../../../kernel/words.ts'
import type { Reader } from '../../../ui/reader.ts'

/** The words of a class of documents; a code that has none is shown as it is, and an empty one not at all. */
export function subjectInWords(reader: Reader, code: string): string {
  return wordsOf(reader, 'publishing.subject', code)
}

export function genreInWords(reader: Reader, code: string): string {
  return wordsOf(reader, 'publishing.genre', code)
}

export function servedInWords(reader: Reader, code: string): string {
  return wordsOf(reader, 'publishing.served', code)
}

function wordsOf(reader: Reader, kind: string, code: string): string {
  if (code === '') return ''
  const key = `${kind}.${code}`
  const words = reader.t(key as WordKey)
  return words === key ? code : words
}
