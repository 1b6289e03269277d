import { escapeInside } from './literal.ts'
import { attributeOf, blockTags, deepest, isElement, leftOut, textBelow, type Element, type Node } from './tree.ts'

/** A run of text within a block, as read and as Markdown. Line breaks are `\n`. */
export interface Run {
  plain: string
  markdown: string
}

/** The text of nodes that stand in one line: emphasis and links to the web are kept, pictures become their description. */
export function runOf(nodes: Node[], depth = 0): Run {
  const runs = nodes.map((node) => runOfNode(node, depth))
  const markdown = runs.map((run) => run.markdown).join('')
  // Word writes <b>a</b><b>b</b>; the marks between would read as four.
  return { plain: runs.map((run) => run.plain).join(''), markdown: markdown.replace(/(?<![\\*])\*{4}(?!\*)/gu, '') }
}

function runOfNode(node: Node, depth: number): Run {
  if (!isElement(node)) return node.nodeName === '#text' && 'value' in node ? words(node.value) : words('')
  if (leftOut.has(node.tagName)) return words('')
  if (depth > deepest) return words(textBelow(node))
  if (node.tagName === 'br') return { plain: '\n', markdown: '\n' }
  if (node.tagName === 'img') return words(attributeOf(node, 'alt') ?? '')
  return dress(node, runOf(node.childNodes, depth + 1))
}

function words(text: string): Run {
  const plain = text.replace(/\s+/gu, ' ')
  return { plain, markdown: escapeInside(plain) }
}

const marks: Record<string, string> = { b: '**', strong: '**', i: '*', em: '*', s: '~~', del: '~~', strike: '~~' }

function dress(element: Element, run: Run): Run {
  const mark = marks[element.tagName]
  if (mark) return { plain: run.plain, markdown: around(run.markdown, mark, mark) }
  const address = element.tagName === 'a' ? webAddress(attributeOf(element, 'href') ?? '') : undefined
  if (address && !run.markdown.includes('](')) {
    return { plain: run.plain, markdown: around(run.markdown.replace(/(?<!\\)[[\]]/gu, '\\$&'), '[', `](${address})`) }
  }
  if (!blockTags.has(element.tagName)) return run
  return { plain: `\n${run.plain}\n`, markdown: `\n${run.markdown}\n` }
}

/** Marks hold only when they touch the text, so the blanks go outside. */
function around(markdown: string, before: string, after: string): string {
  const text = markdown.trim()
  if (text === '') return markdown
  const start = markdown.indexOf(text)
  return markdown.slice(0, start) + before + text + after + markdown.slice(start + text.length)
}

/** Only addresses that work from elsewhere are kept. */
function webAddress(address: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:|tel:)/iu.test(address.trim())) return undefined
  return address.trim().replace(/[\s()<>\\]/gu, (mark) => `%${mark.codePointAt(0)!.toString(16).padStart(2, '0')}`)
}
