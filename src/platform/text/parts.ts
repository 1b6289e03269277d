import { headlineOf, shorten } from './headline.ts'
import { languageOf } from './language.ts'
import type { Block } from './source.ts'

/** One of several documents that came in one file. */
export interface Part {
  title: string
  blocks: Block[]
}

/**
 * Finds the documents in a file that holds several, each under a line such as `Article 1:` or `篇一：`. The common headline
 * becomes part of every title; what stood before the first document stays with it. Undefined when it is one document:
 * the lines must count from one, and every part must be long enough to be more than the article of a law.
 */
export function partsOf(blocks: Block[]): Part[] | undefined {
  const labels = blocks.flatMap((block, at) => labelIn(block.plain, at))
  const bodies = labels.map((label, i) => blocks.slice(label.at + 1, labels[i + 1]?.at))
  if (labels.length < 2 || !labels.every((label, i) => label.number === i + 1) || !bodies.every(isDocument)) return undefined
  const lead = blocks.slice(0, labels[0]?.at)
  const headline = lead.length > 0 ? headlineOf(lead.map((block) => block.plain)) : undefined
  const rest = lead.filter((_, at) => at !== headline?.line)
  return labels.map((label, i) => ({
    title: titleOf(headline?.title, label, bodies[i] ?? []),
    blocks: [...(i === 0 ? rest : []), ...(bodies[i] ?? [])],
  }))
}

interface Label {
  at: number
  number: number
  /** As written, without marks. */
  text: string
  /** A title on the same line. */
  own: string
}

const numerals = [
  '一 1 one',
  '二 2 two',
  '三 3 three',
  '四 4 four',
  '五 5 five',
  '六 6 six',
  '七 7 seven',
  '八 8 eight',
  '九 9 nine',
  '十 10 ten',
].map((names) => names.split(' '))
const labelForms = [
  /^(?<text>(?:Article|Document|Report|Text|Sample)\s+(?<number>\d{1,2}|[A-Z][a-z]+))\s*[:：]?$/u,
  /^[【(（]?(?<text>(?:篇|范文|材料|文章)\s*(?<number>[一二三四五六七八九十]|\d{1,2}))(?:[】)）]\s*[:：]?|\s*[:：]|$)\s*(?<own>.{0,60})$/u,
  /^[【(（]?(?<text>第\s*(?<number>[一二三四五六七八九十]|\d{1,2})\s*篇)(?:[】)）]\s*[:：]?|\s*[:：]|$)\s*(?<own>.{0,60})$/u,
]

function labelIn(line: string, at: number): Label[] {
  for (const form of labelForms) {
    const found = form.exec(line)?.groups
    const number = numerals.findIndex((names) => names.includes(found?.['number']?.toLowerCase() ?? '')) + 1
    if (found && number > 0) return [{ at, number, text: found['text'] ?? '', own: found['own'] ?? '' }]
  }
  return []
}

function isDocument(blocks: Block[]): boolean {
  const text = blocks.map((block) => block.plain).join('')
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return blocks.length >= 3 && text.length + han * 2 >= 1_000
}

function titleOf(headline: string | undefined, label: Label, blocks: Block[]): string {
  const own = label.own || shorten((blocks[0]?.plain ?? '').replace(/[:：]$/u, ''), 60)
  if (headline === undefined) return own
  return languageOf(headline) === 'zh' ? `${headline}（${label.text}：${own}）` : `${headline} (${label.text}: ${own})`
}
