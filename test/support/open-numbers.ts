import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Visitor } from '../../src/platform/http/route.ts'
import type { Desk } from './site.ts'

type Element = DefaultTreeAdapterTypes.Element

/** A number on a page that opens something. */
interface OpenNumber {
  value: number
  href: string
}

/** Every number of a page that opens its records; those that were entered by hand are left out. */
function numbersIn(html: string): OpenNumber[] {
  return elements(html)
    .filter((one) => one.tagName === 'a' && hasClass(one, 'gk-figure__value') && !hasClass(one.parentNode, 'gk-figure--by-hand'))
    .map((one) => ({ value: Number(ownText(one).replaceAll(/[,\s]/g, '')), href: attribute(one, 'href') ?? '' }))
}

/** How many records a page and all that go on from it list below "records"; undefined where a page is not there or lists nothing at all. */
async function countListed(desk: Desk, visitor: Visitor | undefined, href: string): Promise<number | undefined> {
  let listed = 0
  for (let next: string | undefined = href; next !== undefined;) {
    const { status, text } = await desk.get(visitor, next)
    const page = elements(text)
    const records = page.findIndex((one) => attribute(one, 'id') === 'records')
    if (status !== 200 || records === -1) return undefined
    listed += page.slice(records).filter((one) => one.tagName === 'tr' && parentTag(one) === 'tbody').length
    next = attribute(
      page.slice(records).find((one) => attribute(one, 'rel') === 'next'),
      'href',
    )
  }
  return listed
}

function elements(html: string): Element[] {
  const found: Element[] = []
  const walk = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): void => {
    for (const node of nodes)
      if ('tagName' in node) {
        found.push(node)
        walk(node.childNodes)
      }
  }
  walk(parse(html).childNodes)
  return found
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value
}

function hasClass(node: DefaultTreeAdapterTypes.ParentNode | null, name: string): boolean {
  return node !== null && 'attrs' in node && (attribute(node, 'class') ?? '').split(' ').includes(name)
}

function parentTag({ parentNode }: Element): string | undefined {
  return parentNode !== null && 'tagName' in parentNode ? parentNode.tagName : undefined
}

/** Its own text, without what is said to screen readers. */
function ownText(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}

/** The files of records that the first numbers of a page let one take away, each with another number of lines than the number says. */
export async function wrongFiles(desk: Desk, visitor: Visitor | undefined, path: string): Promise<{ count: number; wrong: string[] }> {
  const wrong: string[] = []
  let count = 0
  for (const { value, href } of numbersIn((await desk.get(visitor, path)).text)
    .filter((one) => one.value > 0)
    .slice(0, mostTaken)) {
    const links = elements((await desk.get(visitor, href)).text).flatMap((one) => attribute(one, 'href') ?? [])
    const file = links.find((link) => /[?&]as=csv|records\.csv/.test(link))
    if (file === undefined) continue
    count += 1
    const lines = (await desk.get(visitor, file)).text.trimEnd().split('\n').length - 1
    if (lines !== value) wrong.push(`${path}: ${value} is ${lines} lines in ${file}`)
  }
  return { count, wrong }
}

const mostTaken = 3

/** Addresses on a page that match a pattern, each once, in their order. */
export async function linksOn(desk: Desk, visitor: Visitor | undefined, path: string, pattern: RegExp): Promise<string[]> {
  const { status, text } = await desk.get(visitor, path)
  if (status !== 200) throw new Error(`${path}: ${status}`)
  const links = elements(text).flatMap((one) => attribute(one, 'href') ?? [])
  return [...new Set(links.filter((link) => pattern.test(link)))]
}

/** The numbers of a page that open another number of records than they say, or none at all. `hides`: whether an address may list nothing. */
export async function wrongNumbers(
  desk: Desk,
  visitor: Visitor | undefined,
  path: string,
  hides: (href: string) => boolean = () => false,
): Promise<{ count: number; wrong: string[] }> {
  const found = numbersIn((await desk.get(visitor, path)).text)
  const numbers = [...new Map(found.map((one) => [`${one.href} ${one.value}`, one])).values()]
  const wrong: string[] = []
  for (const { value, href } of numbers) {
    const listed = await countListed(desk, visitor, href)
    if (listed === undefined ? !hides(href) : listed !== value) wrong.push(`${path}: ${value} opens ${listed}: ${href}`)
  }
  return { count: numbers.length, wrong }
}
