import type { Day } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/translate.ts'

/** An official letter, as data: what it says, and nothing of how it looks. '' leaves a line out. All words are the caller's. */
export interface Letter {
  language: Lang
  /** The instant that the file bears as its own: the same letter gives the same bytes. */
  at: Date
  /** The unit whose name is the head. */
  unit: string
  /** Such as `明自然资公开〔2026〕第12号`. */
  number: string
  title: string
  /** With its colon, as it is to be read: `张三：`. */
  addressee: string
  body: readonly LetterBlock[]
  /** What may be done against the letter, where, and until when; a paragraph each. */
  remedies: readonly string[]
  attachments: readonly string[]
  signedBy: string
  signedOn: Day
  /** Lines under the signature, such as whom to ask and at which telephone. */
  notes: readonly string[]
  caseNumber: string
  /** How to follow the case, in one line at the foot of each page. */
  follow: string
  labels: LetterLabels
}

export interface LetterLabels {
  /** Before the list, with its colon: `附件：`. */
  attachments: string
  /** The heading over the remedies. */
  remedies: string
  /** In the circle that is kept free: `盖章处`. */
  seal: string
  /** `#` is the page and `%` all of them: `第 # 页 共 % 页`. */
  pages: string
  caseNumber: string
}

/** A part of the body. `quote` sets somebody else's words apart, such as what an applicant asked for. */
export type LetterBlock = { kind: 'heading' | 'paragraph' | 'quote'; text: string } | { kind: 'items'; items: readonly LetterItem[] }

/** An item of a numbered list; `head` is stressed and stands first. Lists within it have numbers of the next kind, three levels deep. */
export interface LetterItem {
  head?: string
  texts: readonly string[]
  items?: readonly LetterItem[]
}

/** A paragraph as it is set. `number` and `head` stand before the text; `depth` is 0 outside of lists. */
export interface LetterLine {
  kind: 'heading' | 'paragraph' | 'quote' | 'item'
  depth: number
  number: string
  head: string
  text: string
}

/** The body and the remedies as paragraphs in the order in which they are read, the same for PDF and Word. */
export function linesOf({ body, remedies, labels, language }: Letter): LetterLine[] {
  const rights = remedies.map((text): LetterBlock => ({ kind: 'paragraph', text }))
  const heading: LetterBlock[] = rights.length > 0 && labels.remedies !== '' ? [{ kind: 'heading', text: labels.remedies }] : []
  return [...body, ...heading, ...rights].flatMap((block) =>
    block.kind === 'items' ? itemLines(block.items, 1, language) : [{ kind: block.kind, depth: 0, number: '', head: '', text: block.text }],
  )
}

function itemLines(items: readonly LetterItem[], depth: number, language: Lang): LetterLine[] {
  return items.flatMap(({ head = '', texts, items: inner = [] }, at) => {
    const [text = '', ...more] = texts
    return [
      { kind: 'item' as const, depth, number: numberOf(at + 1, depth, language), head, text },
      ...more.map((one) => ({ kind: 'item' as const, depth, number: '', head: '', text: one })),
      ...itemLines(inner, Math.min(depth + 1, 3), language),
    ]
  })
}

/**
 * The number of an item, as official papers write it (GB/T 9704-2012, 7.3.3): 一、 then （一） then 1. in Chinese; 1. then (a) then (i)
 * in English. `n` from 1; `depth` 1 to 3.
 */
export function numberOf(n: number, depth: number, language: Lang): string {
  if (language === 'zh') return depth === 1 ? `${chinese(n)}、` : depth === 2 ? `（${chinese(n)}）` : `${n}.`
  return depth === 1 ? `${n}.` : depth === 2 ? `(${letters(n)})` : `(${roman(n)})`
}

const digits = '零一二三四五六七八九'

/** 1 to 99 in Chinese; a longer list goes on in figures. */
function chinese(n: number): string {
  if (n > 99) return String(n)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`
}

/** a … z, aa, ab … */
function letters(n: number): string {
  const last = String.fromCharCode(97 + ((n - 1) % 26))
  return n > 26 ? letters(Math.floor((n - 1) / 26)) + last : last
}

const numerals = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

function roman(n: number): string {
  let [left, text] = [n, '']
  for (const [numeral, worth] of numerals)
    while (left >= worth) {
      text += numeral
      left -= worth
    }
  return text
}
