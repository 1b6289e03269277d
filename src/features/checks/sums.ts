import type { CheckFacts, Sighting } from './finding.ts'
import { findInventories } from './inventory.ts'
import { type Quantity, quantitiesIn } from './quantity.ts'
import { type Reading, sentencesOf, type Span } from './reading.ts'
import type { CheckRules } from './rules.ts'
import { findTables } from './table.ts'
import { findThresholds } from './threshold.ts'

const division = /of which|including|其中/
const continuing = /^\s*(?:It is (?:proposed|planned) to add|(?:A|An)?other|拟|计划|另)/
const notPart = /(?:同比|比上年|较|增加|减少|增长|下降|全部|均|累计|increase|decrease|growth|up|down|by|total|amount)[^\d]{0,12}$/i
const wholeWord = /(?:a total of|altogether|合计|共计|总计|总分)[：: 为]{0,2}$/i

/** Totals against their parts: `of which`, `a total of`, tables with a last row of totals, two inventories, shares above a limit. */
export function findSums(reading: Reading, _facts: CheckFacts, rules: CheckRules): Sighting[] {
  return [
    ...reading.lines.flatMap((line) => {
      const sentences = sentencesOf(line)
      return sentences.flatMap((sentence, at) => [...divided(sentence, sentences[at + 1], rules), ...totalled(sentence)])
    }),
    ...reading.lines.flatMap(findInventories),
    ...reading.lines.flatMap(findThresholds),
    ...findTables(reading),
  ]
}

/** A total, `of which`, and its parts, which may run on into a sentence such as `It is proposed to add …`. */
function divided(sentence: Span, next: Span | undefined, rules: CheckRules): Sighting[] {
  const match = division.exec(sentence.text)
  if (!match) return []
  const cut = sentence.start + match.index
  const quantities = quantitiesIn(sentence)
  const total = quantities.findLast((each) => each.end <= cut && cut - each.end <= 80)
  if (!total || /[%％元]|yuan|million|billion/.test(total.unit)) return []
  const later = next && continuing.test(next.text) ? quantitiesIn(next) : []
  const candidates = [...quantities.filter((each) => each.start > cut), ...later]
  const spans = [sentence, ...(next ? [next] : [])]
  const parts = candidates.filter((each) => isPart(each, total, spans))
  return judged(total, parts, rules)
}

function isPart(part: Quantity, total: Quantity, spans: Span[]): boolean {
  const span = spans.find((each) => part.start >= each.start && part.end <= each.end)
  const before = span ? span.text.slice(Math.max(0, part.start - span.start - 20), part.start - span.start) : ''
  if (/[%％元]|yuan|million|billion/.test(part.unit) || !Number.isInteger(part.value)) return false
  return !notPart.test(before) && part.value <= total.value && (part.unit === total.unit || !/[\u4e00-\u9fff]/.test(part.unit + total.unit))
}

function judged(total: Quantity, parts: Quantity[], rules: CheckRules): Sighting[] {
  const last = parts.at(-1)
  if (!last || parts.length < 2) return []
  const sum = parts.reduce((each, part) => each + part.value, 0)
  if (sum === total.value) return []
  const place = { start: total.start, end: last.end }
  const pair = complementOf(parts, rules)
  const pairSum = pair.reduce((each, part) => each + part.value, 0)
  const params = { total: total.value, sum, parts: parts.map((part) => part.value).join(' + ') }
  if (pair.length >= 2) return [{ ...place, because: pairSum === total.value ? 'left-out' : 'parts', params }]
  const isNear = parts.length >= 3 && Math.abs(sum - total.value) <= total.value * 0.1 && sameUnit(parts)
  return isNear ? [{ ...place, because: 'parts', params }] : []
}

/** The parts that name both sides of a whole, such as required and optional; empty when no whole is named. */
function complementOf(parts: Quantity[], rules: CheckRules): Quantity[] {
  for (const [one, other] of rules.complements) {
    const ones = parts.filter((part) => says(part, one))
    const others = parts.filter((part) => says(part, other) && !ones.includes(part))
    const [first] = others
    if (ones.length > 0 && first) return [...ones.slice(0, 1), first]
  }
  return []
}

/** English names a part after its number, Chinese before it. */
function says(part: Quantity, words: string[]): boolean {
  const after = part.after.slice(0, 24).toLowerCase()
  return words.some((word) =>
    /^[a-z]/.test(word)
      ? after.startsWith(` ${word} `) || after.startsWith(` were ${word}`) || after.startsWith(` are ${word}`)
      : part.before.includes(word),
  )
}

function sameUnit(parts: Quantity[]): boolean {
  return parts.every((part) => part.unit === parts[0]?.unit)
}

/** `20 points …, 22 points, plus 14 points, a total of 56 points`: the total against the amounts of the same unit before it. */
function totalled(sentence: Span): Sighting[] {
  const quantities = quantitiesIn(sentence)
  return quantities.flatMap((total) => {
    if (
      !wholeWord.test(sentence.text.slice(Math.max(0, total.start - sentence.start - 16), total.start - sentence.start)) ||
      total.unit === ''
    )
      return []
    const parts = quantities.filter((each) => each.end <= total.start && each.unit === total.unit)
    const [first] = parts
    if (!first || parts.length < 2 || someSuffixIs(parts, total.value)) return []
    const sum = parts.reduce((each, part) => each + part.value, 0)
    const params = { total: total.value, sum, parts: parts.map((part) => part.value).join(' + ') }
    return [{ start: first.start, end: total.end, because: 'total', params }]
  })
}

function someSuffixIs(parts: Quantity[], total: number): boolean {
  let sum = 0
  return parts.toReversed().some((part) => {
    sum += part.value
    return sum === total || part.value === total
  })
}
