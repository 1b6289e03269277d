/** A document beside the texts that a request is compared with. */
export interface Weighed {
  title: string
  summary: string
  body: string
}

/** One thing that a request names, with the words that mean the same, all in the form in which texts are compared. */
export type Named = readonly string[]

const heads = { title: 3, summary: 2, body: 1 } as const

/** How much of what a request names stands in a document: most in its title, least in its text. 0: nothing. */
export function weigh(document: Weighed, named: readonly Named[]): number {
  const texts = { title: document.title.toLowerCase(), summary: document.summary.toLowerCase(), body: document.body.toLowerCase() }
  const weightOf = (ways: Named): number => {
    const place = (['title', 'summary', 'body'] as const).find((one) => ways.some((way) => texts[one].includes(way)))
    return place === undefined ? 0 : heads[place]
  }
  return named.reduce((sum, ways) => sum + weightOf(ways), 0)
}

/** Words in which people ask; they say nothing of the matter. */
const asking = new Set(
  [
    ...'请 申请 公开 信息 政府信息 政府 相关 有关 文件 材料 资料 获取 提供 关于 要求 希望 需要 复印件 本人 我 我们 内容 情况 及其 以及 全部 所有 全市 本市 全县 本县 年 年度',
    ' please request apply application disclose disclosure information government document documents copy copies all about i we want need',
  ]
    .join('')
    .split(' '),
)

/** A year, or another bare number: it tells documents of one matter apart, but names no matter. */
const bare = /^\d+年?$/

/** The things a request names, without the words in which it asks and bare numbers; all of them where nothing else is left. */
export function matterOf<Term extends { text: string }>(terms: readonly Term[]): readonly Term[] {
  const meant = terms.filter(({ text }) => !asking.has(text) && !bare.test(text))
  return meant.length > 0 ? meant : terms
}

/** Questions of which a document must answer one: any two of the things together, or the only thing there is. */
export function inPairs(parts: readonly string[]): string | undefined {
  const pairs = parts.flatMap((part, at) => parts.slice(at + 1).map((other) => `(${part} & ${other})`))
  if (parts.length === 0) return undefined
  return pairs.length === 0 ? `(${parts[0]})` : `(${pairs.join(' | ')})`
}
