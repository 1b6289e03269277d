import { cardinalWords, numeralOf } from './numeral.ts'
import { matchesIn, type Span } from './reading.ts'

/** An amount in a text: its value, what is counted (`件`, `points`, `yuan`, `%`), the words before it in its clause and the words after it. */
export interface Quantity {
  start: number
  end: number
  value: number
  unit: string
  before: string
  after: string
}

const scales: Record<string, number> = { 万: 1e4, 亿: 1e8, thousand: 1e3, million: 1e6, billion: 1e9 }
const measure = '个|件|项|条|名|人|家|户|次|份|元|处|篇|起|宗|所|场|期|批|台|辆|亩|分|公里|平方米'
const amount = new RegExp(
  `(?<![\\d.A-Za-z/-])(?:(\\d{1,3}(?:,\\d{3})+|\\d{1,12})(\\.\\d{1,6})?(?![\\d.]\\d|\\d)|\\b(${cardinalWords})\\b)(?: ?(万|亿|(?:thousand|million|billion)\\b))?(?! ?[年月日号])(?: ?(%|％|yuan\\b|${measure}))?`,
  'gi',
)

/** Every amount in a span. Years and days of the month are not amounts. */
export function quantitiesIn(span: Span): Quantity[] {
  return [...matchesIn(span, amount)].flatMap(({ start, end, parts }) => {
    const [whole, fraction, word, scale, unit] = parts
    const value = word ? (numeralOf(word) ?? 0) : Number(`${(whole ?? '').replaceAll(',', '')}${fraction ?? ''}`)
    const isYear = whole !== undefined && !unit && !scale && !fraction && /^(?:19|20)\d{2}$/.test(whole)
    if (isYear) return []
    const after = span.text.slice(end - span.start, end - span.start + 60)
    const before = /[^\d，,、；;：:]{0,12}$/.exec(span.text.slice(Math.max(0, start - span.start - 12), start - span.start))?.[0] ?? ''
    const factor = scales[(scale ?? '').toLowerCase()] ?? 1
    return [{ start, end, value: value * factor, unit: unit ?? nounAfter(after), before, after }]
  })
}

function nounAfter(after: string): string {
  return /^ ([a-z]+)/.exec(after)?.[1] ?? ''
}
