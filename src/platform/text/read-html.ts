import { parse } from 'parse5'
import { runOf, type Run } from './inline.ts'
import { escapeStart, literal } from './literal.ts'
import type { Block, SourceRemark } from './source.ts'
import { isTableOfData, tableOf } from './table.ts'
import { attributeOf, blockTags, deepest, elementsBelow, isElement, isHidden, leftOut, textBelow, type Element, type Node } from './tree.ts'

/**
 * A web page as blocks of Markdown: text, headings, lists, tables and links to the web. Programs, styles, frames, forms and
 * pictures are left out and counted in the remarks. `title` is the first `h1`, else the page's `<title>`.
 */
export function readHtml(html: string): { title?: string; blocks: Block[]; remarks: SourceRemark[] } {
  const page = parse(html)
  const elements = [...elementsBelow(page.childNodes)]
  const merged = { n: 0 }
  const blocks = blocksOf(page.childNodes, 0, merged)
  const remarks = remarksOn(elements)
  if (merged.n > 0) remarks.push({ key: 'text.remark.merged-cells', params: { n: merged.n } })
  const named = ['h1', 'title'].map((tag) => elements.find((element) => element.tagName === tag && textBelow(element).trim() !== ''))
  const title = named.find((element) => element !== undefined)
  return { title: title && textBelow(title).replace(/\s+/gu, ' ').trim(), blocks, remarks }
}

/** Some nodes of a page as blocks of Markdown. */
export function blocksBelow(nodes: Node[]): Block[] {
  return blocksOf(nodes, 0, { n: 0 })
}

function remarksOn(elements: Element[]): SourceRemark[] {
  const out = elements.filter((element) => leftOut.has(element.tagName) && element.tagName !== 'head').map((element) => element.tagName)
  const images = elements.filter((element) => element.tagName === 'img').length
  const hidden = elements.filter((element) => !leftOut.has(element.tagName) && isHidden(element)).length
  const remarks: SourceRemark[] = []
  if (out.length > 0) remarks.push({ key: 'text.remark.left-out', params: { n: out.length, what: [...new Set(out)].join(', ') } })
  if (images > 0) remarks.push({ key: 'text.remark.images-left-out', params: { n: images } })
  if (hidden > 0) remarks.push({ key: 'text.remark.hidden-kept', params: { n: hidden } })
  return remarks
}

type Count = { n: number }

function blocksOf(nodes: Node[], depth: number, merged: Count): Block[] {
  const blocks: Block[] = []
  let line: Node[] = []
  const endLine = () => {
    blocks.push(...paragraph(runOf(line)))
    line = []
  }
  for (const node of nodes) {
    if (!isElement(node) || !holdsBlocks(node)) line.push(node)
    else {
      endLine()
      blocks.push(...blocksIn(node, depth, merged))
    }
  }
  endLine()
  return blocks
}

function holdsBlocks(element: Element): boolean {
  if (blockTags.has(element.tagName)) return true
  if (leftOut.has(element.tagName)) return false
  for (const inner of elementsBelow(element.childNodes)) if (blockTags.has(inner.tagName)) return true
  return false
}

function blocksIn(element: Element, depth: number, merged: Count): Block[] {
  const tag = element.tagName
  if (depth > deepest) return paragraph({ plain: textBelow(element), markdown: literal(textBelow(element)) })
  if (/^h[1-6]$/u.test(tag)) return heading(element, Number(tag.slice(1)))
  if (tag === 'pre') return fence(textBelow(element))
  if (tag === 'table' && isTableOfData(element)) return dataTable(element, merged)
  if (tag === 'ul' || tag === 'ol') return list(element, depth, merged)
  const inside = blocksOf(element.childNodes, depth + 1, merged)
  if (tag !== 'blockquote') return inside
  return inside.map((block) => ({ plain: block.plain, markdown: block.markdown.replace(/^/gmu, '> ') }))
}

function paragraph(run: Run): Block[] {
  const lines = (text: string) => text.split('\n').map((line) => line.replace(/\s+/gu, ' ').trim())
  const plain = lines(run.plain).filter(Boolean).join('\n')
  const markdown = lines(run.markdown).filter(Boolean).map(escapeStart).join('\n')
  return plain === '' ? [] : [{ plain, markdown }]
}

function heading(element: Element, level: number): Block[] {
  const run = runOf(element.childNodes)
  const plain = run.plain.replace(/\s+/gu, ' ').trim()
  // A closing run of `#` would vanish.
  const text = run.markdown
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/#(?=#*$)/gu, '\\#')
  return plain === '' ? [] : [{ plain, markdown: `${'#'.repeat(level)} ${text}` }]
}

function fence(text: string): Block[] {
  const longest = Math.max(2, ...(text.match(/`+/gu) ?? []).map((run) => run.length))
  const marks = '`'.repeat(longest + 1)
  return text.trim() === '' ? [] : [{ plain: text.trim(), markdown: `${marks}\n${text.replace(/^\n|\n$/gu, '')}\n${marks}` }]
}

function dataTable(element: Element, merged: Count): Block[] {
  const { merged: hasMerged, ...table } = tableOf(element)
  if (hasMerged) merged.n++
  const caption = element.childNodes.find((node) => isElement(node) && node.tagName === 'caption')
  return [...(caption ? paragraph(runOf([caption])) : []), table]
}

function list(element: Element, depth: number, merged: Count): Block[] {
  const items = element.childNodes.map((node) => blocksOf([node], depth + 1, merged)).filter((blocks) => blocks.length > 0)
  const first = Number.parseInt(attributeOf(element, 'start') ?? '1', 10) || 1
  const markdown = items.map((blocks, at) => {
    const marker = element.tagName === 'ol' ? `${first + at}. ` : '- '
    const text = blocks.map((block) => block.markdown).join('\n\n')
    return marker + text.replace(/\n(?=[^\n])/gu, `\n${' '.repeat(marker.length)}`)
  })
  const plain = items.map((blocks) => blocks.map((block) => block.plain).join('\n')).join('\n')
  return items.length === 0 ? [] : [{ plain, markdown: markdown.join('\n') }]
}
