import MarkdownIt, { type Token } from 'markdown-it'
import { withHouseRules } from './rules.ts'

/**
 * Markdown to HTML for a page. In: any text. Out: HTML that holds no markup of the writer's own, no script, no style
 * attribute and no image; the highest heading of a text becomes `h2`, because the page's own title is the `h1`.
 * A line break stays a line break: officials press Enter and mean it.
 */
export function renderMarkdown(source: string): string {
  return parser.render(source)
}

/** The text taken apart by the rules of the house, for whoever draws it elsewhere than on a page. */
export function parseMarkdown(source: string): Token[] {
  return parser.parse(source, {})
}

/**
 * The text that a reader sees, without marks: for search, excerpts and comparisons. Blocks are separated by a line break,
 * cells of a table by a tab. Numbers of ordered lists stay, because they are read.
 */
export function plainText(source: string): string {
  const lines: string[] = []
  let cells: string[] | undefined
  let number = ''
  for (const token of parseMarkdown(source)) {
    if (token.type === 'tr_open') cells = []
    if (token.type === 'list_item_open' && token.info) number = `${token.info}${token.markup} `
    if (token.type === 'inline' && cells) cells.push(textOf(token))
    else if (token.type === 'inline' || token.type === 'fence') {
      lines.push(number + textOf(token))
      number = ''
    }
    if (token.type === 'tr_close' && cells) {
      lines.push(cells.join('\t'))
      cells = undefined
    }
  }
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** The beginning of a plain text on one line: at most `max` characters, cut at the end of a sentence or word that is near, with `…` when cut. */
export function excerpt(plain: string, max: number): string {
  const characters = [...oneLine(plain)]
  if (characters.length <= max) return characters.join('')
  const kept = characters.slice(0, Math.max(0, max - 1)).join('')
  const end = Math.max(...endings.map((mark) => kept.lastIndexOf(mark)))
  return `${(end > kept.length * 0.7 ? kept.slice(0, end + 1) : kept).trimEnd()}…`
}

/** Line breaks and runs of blanks become one blank; between two Chinese characters they vanish, because a blank there would be a mistake. */
export function oneLine(text: string): string {
  return text
    .trim()
    .replace(/(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])\s*\n\s*(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu, '')
    .replace(/\s+/gu, ' ')
}

const endings = ['。', '；', '，', '！', '？', ' ']

const parser = withHouseRules(new MarkdownIt({ html: false, linkify: false, breaks: true }))

function textOf(token: Token): string {
  if (!token.children) return token.content
  return token.children.map((child) => (child.type.endsWith('break') ? '\n' : child.content)).join('')
}
