import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it'

/** Gives a Markdown parser the manners of a public record: safe links, no images, headings below the page's own, emphasis that works in Chinese. */
export function withHouseRules(parser: MarkdownIt): MarkdownIt {
  parser.validateLink = isSafeLink
  // Four blanks in front of a paragraph are an indent here, never a program text.
  parser.block.ruler.disable('code')
  parser.inline.State = emphasisInChinese(parser.inline.State)
  parser.core.ruler.push('house', (state) => {
    const top = state.tokens.reduce((least, token) => (token.type === 'heading_open' ? Math.min(least, levelOf(token)) : least), 6)
    for (const token of state.tokens) settle(token, state, top)
  })
  return parser
}

const schemes = new Set(['http', 'https', 'mailto', 'tel'])

/** A link may lead to the web, a mailbox, a telephone or within this site; everything else stays visible as text. */
function isSafeLink(address: string): boolean {
  const scheme = /^[\s\p{Cc}]*([a-z][a-z0-9+.-]*):/iu.exec(address)?.[1]
  return scheme === undefined || schemes.has(scheme.toLowerCase())
}

/** `top` is the highest heading of the text: it becomes `h2`, right below the page's own title, whatever its writer began with. */
function settle(token: Token, state: StateCore, top: number) {
  if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = `h${Math.min(6, levelOf(token) - top + 2)}`
  if (token.type === 'th_open') token.attrSet('scope', 'col')
  if (token.type === 'th_open' || token.type === 'td_open') alignByClass(token)
  if (token.children) token.children = withoutImages(token.children, state)
}

const levelOf = (heading: Token): number => Number(heading.tag.slice(1))

/** The site's content policy forbids style attributes, so the alignment of a column becomes a class. */
function alignByClass(cell: Token) {
  const align = /text-align:(\w+)/.exec(String(cell.attrGet('style') ?? ''))?.[1]
  if (!align || !cell.attrs) return
  cell.attrs = cell.attrs.filter(([name]) => name !== 'style')
  cell.attrSet('class', `align-${align}`)
}

/** An image would be fetched from elsewhere and cannot be checked: its description stays, linked to the file unless a link surrounds it already. */
function withoutImages(children: Token[], state: StateCore): Token[] {
  let linksOpen = 0
  return children.flatMap((token) => {
    if (token.type === 'link_open') linksOpen++
    if (token.type === 'link_close') linksOpen--
    return token.type === 'image' ? describe(token, linksOpen > 0, state) : [token]
  })
}

function describe(image: Token, isLinked: boolean, state: StateCore): Token[] {
  const address = String(image.attrGet('src') ?? '')
  const text = new state.Token('text', '', 0)
  text.content = (image.children ?? []).map((child) => child.content).join('') || address
  if (isLinked || address === '') return [text]
  const open = new state.Token('link_open', 'a', 1)
  open.attrs = [['href', address]]
  return [open, text, new state.Token('link_close', 'a', -1)]
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u

/**
 * CommonMark decides by blanks whether `**` opens or closes, and Chinese has none: `**中文，加粗。**后面` would stay bare.
 * Next to a Chinese character or mark, `*` and `~` open before anything but a blank and close after anything but a blank.
 */
function emphasisInChinese(State: typeof StateInline): typeof StateInline {
  return class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord)
      const before = this.src.slice(Math.max(0, start - 2), start)
      const after = this.src.slice(start + scanned.length, start + scanned.length + 2)
      const touches = eastAsian.test([...before].at(-1) ?? '') || eastAsian.test([...after][0] ?? '')
      if (!canSplitWord || !touches) return scanned
      return { ...scanned, can_open: /^\S/u.test(after), can_close: /\S$/u.test(before) }
    }
  }
}
