import type { Token } from 'markdown-it'
import { parseMarkdown } from './markdown.ts'

/** A run of text within a block. */
export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'emphasis' | 'strike'; inlines: Inline[] }
  | { kind: 'link'; address: string; inlines: Inline[] }

/** A document's text as a tree without any mark-up, for whatever is not a web page: paper, and the voice. */
export type TextBlock =
  | { kind: 'heading'; level: number; inlines: Inline[] }
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: TextBlock[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][]; align: ('left' | 'center' | 'right')[]; widths: number[] }
  | { kind: 'quote'; blocks: TextBlock[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }

/** Markdown as a tree, by the same rules as the web page of the same text. `level` of a heading is 2 for the highest of the text. */
export function blocksOf(source: string): TextBlock[] {
  return blocksIn({ tokens: parseMarkdown(source), at: 0 }, undefined)
}

/** The words of a run, as a reader sees them. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map((one) => ('text' in one ? one.text : 'inlines' in one ? wordsOf(one.inlines) : '\n')).join('')
}

interface Cursor {
  tokens: readonly Token[]
  at: number
}

/** The blocks from the cursor on to the token that closes what they stand in; the cursor ends behind it. */
function blocksIn(cursor: Cursor, end: string | undefined): TextBlock[] {
  const blocks: TextBlock[] = []
  for (let token = cursor.tokens[cursor.at]; token !== undefined; token = cursor.tokens[cursor.at]) {
    cursor.at += 1
    if (token.type === end) break
    const block = blockAt(cursor, token)
    if (block !== undefined) blocks.push(block)
  }
  return blocks
}

function blockAt(cursor: Cursor, token: Token): TextBlock | undefined {
  if (token.type === 'heading_open') return { kind: 'heading', level: Number(token.tag.slice(1)), inlines: inlinesAt(cursor) }
  if (token.type === 'paragraph_open') return { kind: 'paragraph', inlines: inlinesAt(cursor) }
  if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') return listAt(cursor, token)
  if (token.type === 'table_open') return tableAt(cursor)
  if (token.type === 'blockquote_open') return { kind: 'quote', blocks: blocksIn(cursor, 'blockquote_close') }
  if (token.type === 'fence') return { kind: 'code', text: token.content.replace(/\n$/, '') }
  return token.type === 'hr' ? { kind: 'rule' } : undefined
}

/** The text of a heading or paragraph; the cursor passes its closing token too. */
function inlinesAt(cursor: Cursor): Inline[] {
  const token = cursor.tokens[cursor.at]
  cursor.at += 2
  return runsIn({ tokens: token?.children ?? [], at: 0 }, undefined)
}

function listAt(cursor: Cursor, open: Token): TextBlock {
  const end = open.type.replace('open', 'close')
  const items: TextBlock[][] = []
  for (let token = cursor.tokens[cursor.at++]; token !== undefined && token.type !== end; token = cursor.tokens[cursor.at++])
    items.push(blocksIn(cursor, 'list_item_close'))
  return { kind: 'list', ordered: open.type === 'ordered_list_open', start: Number(open.attrGet('start') ?? 1), items }
}

function tableAt(cursor: Cursor): TextBlock {
  const lines: Inline[][][] = []
  const align: ('left' | 'center' | 'right')[] = []
  for (let token = cursor.tokens[cursor.at++]; token !== undefined && token.type !== 'table_close'; token = cursor.tokens[cursor.at++]) {
    if (token.type === 'tr_open') lines.push([])
    if (token.type === 'th_open') align.push(sideOf(token))
    if (token.type === 'inline') lines.at(-1)?.push(runsIn({ tokens: token.children ?? [], at: 0 }, undefined))
  }
  const [head = [], ...rows] = lines
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => widthOf(wordsOf(cells[column] ?? [])))))
  return { kind: 'table', head, rows, align, widths }
}

function sideOf(cell: Token): 'left' | 'center' | 'right' {
  const side = /align-(center|right)/.exec(String(cell.attrGet('class') ?? ''))?.[1]
  return side === 'center' || side === 'right' ? side : 'left'
}

/** How wide a text is, in Chinese characters; two letters are as wide as one of them. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.codePointAt(0)! > 0x2e80 ? 1 : 0.5), 0)
}

const dressed = { strong_open: 'strong', em_open: 'emphasis', s_open: 'strike' } as const

function runsIn(cursor: Cursor, end: string | undefined): Inline[] {
  const runs: Inline[] = []
  for (let token = cursor.tokens[cursor.at]; token !== undefined; token = cursor.tokens[cursor.at]) {
    cursor.at += 1
    if (token.type === end) break
    const kind = dressed[token.type as keyof typeof dressed]
    if (kind !== undefined) runs.push({ kind, inlines: runsIn(cursor, token.type.replace('open', 'close')) })
    else if (token.type === 'link_open')
      runs.push({ kind: 'link', address: String(token.attrGet('href') ?? ''), inlines: runsIn(cursor, 'link_close') })
    else if (token.type === 'softbreak' || token.type === 'hardbreak') runs.push({ kind: 'break' })
    else if (token.content !== '') runs.push({ kind: token.type === 'code_inline' ? 'code' : 'text', text: token.content })
  }
  return runs
}
