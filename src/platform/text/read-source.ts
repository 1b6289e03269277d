import { decodeText } from './decode-text.ts'
import { headlineOf, type Headline } from './headline.ts'
import { languageOf } from './language.ts'
import { literal } from './literal.ts'
import { plainText } from './markdown.ts'
import { partsOf } from './parts.ts'
import { readHtml } from './read-html.ts'
import { UnreadableSource, type Block, type SourceDraft, type SourceReading, type SourceRemark } from './source.ts'
import { formedYear } from './year.ts'

export { UnreadableSource } from './source.ts'
export type { SourceDraft, SourceReading, SourceRemark } from './source.ts'

/** 5 MB; a text longer than this is not one document. */
export const largestSourceBytes = 5 * 1024 * 1024

/**
 * Reads the documents in one file. In: its name (the ending decides how it is read) and its bytes. Out: one draft per document,
 * with Markdown that shows what the file said, and remarks on how it was read. Nothing is repaired: remains and damage stay
 * for the checks to find. Throws `UnreadableSource` for another kind of file, an empty, binary or too large one.
 */
export function readSource(name: string, bytes: Uint8Array): SourceReading {
  const extension = /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
  const read = readers.get(extension)
  if (!read) throw new UnreadableSource('text.unreadable.extension', { extension: extension === '' ? name : `.${extension}` })
  if (bytes.length > largestSourceBytes)
    throw new UnreadableSource('text.unreadable.too-large', { sizeMb: megabytes(bytes.length), limitMb: megabytes(largestSourceBytes) })
  if (bytes.length === 0) throw new UnreadableSource('text.unreadable.empty')
  const { text, remarks } = decodeText(bytes)
  const reading = read(text)
  if (reading.drafts.every((draft) => draft.title === '' && draft.body === '')) throw new UnreadableSource('text.unreadable.empty')
  return { drafts: reading.drafts, remarks: [...remarks, ...reading.remarks] }
}

/** With one decimal, rounded up, so that a file just too large is not called as large as the limit. */
function megabytes(bytes: number): number {
  return Math.ceil((bytes / 1024 / 1024) * 10) / 10
}

const readers = new Map<string, (text: string) => SourceReading>([
  ['txt', readPlain],
  ['md', readMarkdown],
  ['html', readPage],
  ['htm', readPage],
])

function readPlain(text: string): SourceReading {
  const lines = text.split('\n').map((line) => line.trim())
  return fromBlocks(lines.filter((line) => line !== '').map((line) => ({ plain: line, markdown: literal(line) })))
}

function readPage(text: string): SourceReading {
  const { title, blocks, remarks } = readHtml(text)
  const reading = fromBlocks(blocks, title)
  return { drafts: reading.drafts, remarks: [...remarks, ...reading.remarks] }
}

/** Markdown stays as written; only the line of its title is taken out, when it is the first. */
function readMarkdown(text: string): SourceReading {
  const lines = text.split('\n')
  const plain = plainText(text).split('\n').filter(Boolean)
  const marked = lines.find((line) => /^#\s/u.test(line))
  const headline = marked ? { title: plainText(marked), line: 0 } : headlineOf(plain)
  const first = lines.findIndex((line) => line.trim() !== '')
  const isWhole = headline.line !== undefined && plainText(lines[first] ?? '') === headline.title
  const underline = isWhole && /^(?:=+|-+)\s*$/u.test(lines[first + 1] ?? '') ? 1 : 0
  const body = isWhole ? lines.toSpliced(first, 1 + underline).join('\n') : text
  return { drafts: [draftOf(headline.title, body.trim(), plain)], remarks: remarksOn(headline) }
}

/** One draft, or several when the file holds several documents. */
function fromBlocks(blocks: Block[], given?: string): SourceReading {
  const parts = partsOf(blocks)
  if (parts) {
    const drafts = parts.map((part) => draftOf(part.title, bodyOf(part.blocks), linesOf(part.blocks)))
    return { drafts, remarks: [{ key: 'text.remark.several', params: { n: drafts.length } }] }
  }
  const plain = blocks.map((block) => block.plain)
  const headline = given ? { title: given, line: plain.indexOf(given) } : headlineOf(plain)
  const body = bodyOf(blocks.filter((_, at) => at !== headline.line))
  return { drafts: [draftOf(headline.title, body, linesOf(blocks))], remarks: remarksOn(headline) }
}

function draftOf(title: string, body: string, lines: string[]): SourceDraft {
  const year = formedYear(title, lines)
  return { title, language: languageOf(`${title}\n${lines.join('\n')}`), body, ...(year === undefined ? {} : { formedYear: year }) }
}

function bodyOf(blocks: Block[]): string {
  return blocks.map((block) => block.markdown).join('\n\n')
}

function linesOf(blocks: Block[]): string[] {
  return blocks.flatMap((block) => block.plain.split('\n'))
}

function remarksOn(headline: Headline): SourceRemark[] {
  if (headline.line !== undefined || headline.title === '') return []
  return [{ key: 'text.remark.title-from-sentence', place: headline.title }]
}
