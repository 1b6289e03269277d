import { parse } from 'parse5'
import { decodeText } from './decode-text.ts'
import { languageOf } from './language.ts'
import { blocksBelow } from './read-html.ts'
import { attributeOf, elementsBelow, textBelow, type Element } from './tree.ts'

/** A page of another site, read for what its tags say and for its text. Days are as written there. */
export interface OldPageReading {
  title: string
  siteName: string
  column: string
  publishedOn: string
  source: string
  summary: string
  keywords: string[]
  /** The address that the page names as its own; '' when it names none. */
  address: string
  language: 'zh' | 'en'
  /** Markdown. */
  body: string
  /** Where its links lead, as written. */
  links: string[]
}

/** Where the makers of government sites put the text of an article, the surest sign first. */
const places: readonly ((element: Element) => boolean)[] = [
  (element) => attributeOf(element, 'id') === 'UCAP-CONTENT',
  (element) => attributeOf(element, 'id') === 'zoom',
  (element) => /(?:^|\s)(?:TRS_Editor|article-content|content-body)(?:\s|$)/u.test(attributeOf(element, 'class') ?? ''),
  (element) => element.tagName === 'article',
  (element) => element.tagName === 'main',
]

const around = new Set(['nav', 'header', 'footer', 'aside'])
const mostWordsOfKey = 20

/**
 * Reads a page in whatever encoding it has. Programs, frames and forms are left out, damage stays for the checks to find. Throws
 * `UnreadableSource` for what is not text.
 */
export function readOldPage(bytes: Uint8Array): OldPageReading {
  const page = parse(decodeText(bytes).text)
  const elements = [...elementsBelow(page.childNodes)]
  const tags = tagsOf(elements)
  const tag = (...names: string[]): string => names.map((name) => tags.get(name) ?? '').find((text) => text !== '') ?? ''
  const text = places.map((isIt) => elements.find(isIt)).find((element) => element !== undefined)
  const nodes = text === undefined ? page.childNodes : [text]
  const title = tag('articletitle', 'og:title') || firstText(elements, 'h1') || firstText(elements, 'title')
  const blocks = blocksBelow(text === undefined ? withoutSurroundings(nodes) : nodes).filter((block) => block.plain !== title)
  return {
    title: title.replace(/\s+/gu, ' ').trim(),
    siteName: tag('sitename'),
    column: tag('columnname'),
    publishedOn: dayIn(tag('pubdate', 'article:published_time', 'publishdate')),
    source: tag('contentsource'),
    summary: tag('description'),
    keywords: tag('keywords')
      .split(/[,，;；、\s]+/u)
      .filter((word) => word !== '' && word.length <= 40)
      .slice(0, mostWordsOfKey),
    address: tag('url', 'og:url') || canonicalOf(elements),
    language: languageOf(`${title}\n${blocks.map((block) => block.plain).join('\n')}`),
    body: blocks.map((block) => block.markdown).join('\n\n'),
    links: linksOf(text === undefined ? elements : [...elementsBelow([text])]),
  }
}

/** A day as sites write it (2019-05-06, 2019/5/6 10:20, 2019年5月6日) as `YYYY-MM-DD`; '' for anything else. */
export function dayIn(text: string): string {
  const [, year, month = '', day = ''] = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/u.exec(text) ?? []
  return year === undefined ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function tagsOf(elements: readonly Element[]): Map<string, string> {
  const tags = new Map<string, string>()
  for (const element of elements) {
    if (element.tagName !== 'meta') continue
    const name = (attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? '').toLowerCase()
    const content = (attributeOf(element, 'content') ?? '').replace(/\s+/gu, ' ').trim()
    if (name !== '' && !tags.has(name)) tags.set(name, content)
  }
  return tags
}

function canonicalOf(elements: readonly Element[]): string {
  const link = elements.find((element) => element.tagName === 'link' && attributeOf(element, 'rel') === 'canonical')
  return (link && attributeOf(link, 'href')) ?? ''
}

function firstText(elements: readonly Element[], tagName: string): string {
  const found = elements.find((element) => element.tagName === tagName && textBelow(element).trim() !== '')
  return found === undefined ? '' : textBelow(found)
}

function linksOf(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => (element.tagName === 'a' ? (attributeOf(element, 'href') ?? []) : []))
}

/** Of a page without a marked text everything but what stands around it. */
function withoutSurroundings(nodes: Parameters<typeof blocksBelow>[0]): Parameters<typeof blocksBelow>[0] {
  return nodes.flatMap((node) => {
    if (!('tagName' in node)) return [node]
    if (around.has(node.tagName)) return []
    return node.tagName === 'html' || node.tagName === 'body' ? withoutSurroundings(node.childNodes) : [node]
  })
}
