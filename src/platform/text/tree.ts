import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

/** Deeper than this a page is hostile or broken; its text is taken without structure. */
export const deepest = 100

export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value
}

/** The text below a node, without recursion, so that no depth is too deep; what is left out elsewhere is left out here. */
export function textBelow(node: Node): string {
  const waiting: Node[] = [node]
  let text = ''
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.nodeName === '#text' && 'value' in next) text += next.value
    else if (isElement(next) && !leftOut.has(next.tagName)) waiting.push(...next.childNodes.toReversed())
  }
  return text
}

/** Every element below a node in the order of the page, without recursion. */
export function* elementsBelow(children: Node[]): Generator<Element> {
  const waiting = children.toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!isElement(next)) continue
    yield next
    for (const child of next.childNodes.toReversed()) waiting.push(child)
  }
}

/** Elements of which nothing is taken over. */
export const leftOut = new Set(
  'script style template noscript head iframe frame frameset object embed applet svg math canvas audio video input button select textarea'.split(
    ' ',
  ),
)

/** Elements that stand as a block of their own; everything else runs within a line. */
export const blockTags = new Set(
  (
    'html body p div section article main header footer nav aside center form fieldset address figure figcaption details summary ' +
    'dl dt dd ul ol li blockquote pre table caption thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 hr'
  ).split(' '),
)

export function isHidden(element: Element): boolean {
  if (attributeOf(element, 'hidden') !== undefined) return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attributeOf(element, 'style') ?? '')
}
