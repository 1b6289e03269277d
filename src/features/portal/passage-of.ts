import { highlight, type Segment } from '../../platform/search/highlight.ts'
import type { Synonyms } from '../../platform/search/synonyms.ts'
import { oneLine, plainText } from '../../platform/text/markdown.ts'

/** What of a document is searched, besides its title. */
export interface Readable {
  summary: string
  /** The text as it is written. */
  body: string
  /** The text of its public files, where one could be read. */
  files: readonly { name: string; text: string }[]
}

export interface Passage {
  segments: Segment[]
  /** The name of the file in which the words stand, when they stand nowhere else. */
  file?: string
}

const passageCharacters = 160

/**
 * The passage that shows why a document was found: of the summary, else of the text, else of the first file that has the words. With
 * `isShown` the title shows it already, and the summary is enough.
 */
export function passageOf({ summary, body, files }: Readable, words: string, synonyms: Synonyms, isShown: boolean): Passage {
  const part = (text: string): Segment[] => highlight(text, words, passageCharacters, synonyms)
  const hasHit = (segments: readonly Segment[]): boolean => segments.some((segment) => segment.hit)
  const short = part(oneLine(summary))
  if (summary !== '' && (words === '' || isShown || hasHit(short))) return { segments: short }
  const own = part(plainText(body))
  if (isShown || hasHit(own)) return { segments: own }
  for (const file of files) {
    const segments = part(file.text)
    if (hasHit(segments)) return { segments, file: file.name }
  }
  return { segments: own }
}
