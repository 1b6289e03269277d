import type { CheckFacts, Sighting } from './finding.ts'
import { numeralOf, ordinalWords } from './numeral.ts'
import { matchesIn, type Reading, type Span, spanOf } from './reading.ts'
import type { CheckRules } from './rules.ts'

/** A year that a text names, outside document numbers, law names and amounts. */
interface NamedYear {
  start: number
  end: number
  year: number
}

const partHeading = /^\s*(?:(?:Article|Part) \d{1,2} ?[:：.]?|[第篇][一二三四五六七八九十]{1,3}篇?[:：]?)\s*$/
const years = /(?<![\d〔[(（.,/-])((?:19|20)\d{2})(?![\d〕\]%％]|,\d|\.\d| ?(?:件|个|项|条|名|人|户|元|万|次|份|亩|yuan|items|people|号))/g
const report = /summary|report|review|总结|报告|通报|情况/i
const plan = /plan|outline|规划|计划|要点|方案/i
const shortestPart = 600
const longestHeading = 120

/** The parts of a collection (`Article 2:`, `篇二：`), or the whole text as one part. */
export function partsOf(reading: Reading): Span[] {
  const starts = reading.lines.filter((line) => line.text.length < 30 && partHeading.test(line.text)).map((line) => line.start)
  if (starts.length < 2) return [spanOf(reading, 0, reading.plain.length)]
  return starts.map((start, at) => spanOf(reading, start, starts[at + 1] ?? reading.plain.length))
}

/** Every year that a span names. */
export function yearsIn(span: Span): NamedYear[] {
  return [...matchesIn(span, years)].map(({ start, end, parts }) => ({ start, end, year: Number(parts[0]) }))
}

/** The year that a part names most often, at least twice; the later one of two that are named as often. */
export function leadingYear(named: NamedYear[]): number | undefined {
  const counts = new Map<number, number>()
  for (const { year } of named) counts.set(year, (counts.get(year) ?? 0) + 1)
  const [first] = [...counts].filter(([, n]) => n >= 2).sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return first?.[0]
}

/** Reports whose title names one year and whose parts speak of another, or are led by a party congress of another time. */
export function findYears(reading: Reading, facts: CheckFacts, rules: CheckRules): Sighting[] {
  const headings = reading.lines.slice(0, 3).filter((line) => line.text.length <= longestHeading && !/[.。;；]\s*$/.test(line.text))
  const year = titleYear([facts.title, ...headings.map((line) => line.text)])
  if (year === undefined) return []
  const body = headings.findLast((line) => yearsIn(line).length > 0)?.end ?? 0
  const parts = partsOf(reading).filter((part) => part.text.length >= shortestPart)
  const ahead = year > Number((facts.publishedOn ?? facts.today).slice(0, 4))
  return [
    ...parts.flatMap((part) => [...otherYear(part, year, body), ...otherCongress(part, year, rules)]),
    ...(ahead ? titleAhead(reading, year) : []),
  ]
}

/** The one year that the title of a report names; where the title names none, that of a heading in the first lines. Plans may speak of any year. */
function titleYear(titles: string[]): number | undefined {
  for (const text of titles) {
    const [year, ...more] = new Set(yearsIn({ start: 0, end: text.length, text }).map((named) => named.year))
    if (year !== undefined) return more.length === 0 && report.test(text) && !plan.test(text) ? year : undefined
  }
  return undefined
}

/** A part that, after the headings, never names the title's year: either led by a later one, or whose latest year lies three years or more before it. */
function otherYear(part: Span, year: number, body: number): Sighting[] {
  const named = yearsIn(part).filter((each) => each.start >= body)
  if (named.length === 0 || named.some((each) => each.year === year)) return []
  const leading = leadingYear(named)
  const first = named.find((each) => each.year === leading)
  if (first && first.year > year) {
    return [{ start: first.start, end: first.end, because: 'title-earlier', params: { title: year, found: first.year } }]
  }
  const latest = named.reduce((a, b) => (b.year > a.year ? b : a))
  if (named.length < 2 || latest.year > year - 3) return []
  return [{ start: latest.start, end: latest.end, because: 'title-later', params: { title: year, found: latest.year } }]
}

const congress = new RegExp(
  `\\b(\\d{2}th|${ordinalWords}) (?:CPC |National |Party )(?:National |Central )?(?:Congress|Committee)|第?([一二三四五六七八九十]{2,3})(?:大精神|届[一二三四五六七八]中全会|次全国代表大会)|党的([一二三四五六七八九十]{2,3})大`,
  'gi',
)

/** The latest congress that a part cites: one that had not been held, or one whose successor had met at least a year before the title's year. */
function otherCongress(part: Span, year: number, rules: CheckRules): Sighting[] {
  const cited = [...matchesIn(part, congress)].flatMap(({ start, end, parts }) => {
    const number = numeralOf((parts.find((each) => each !== undefined) ?? '').replace(/(?<=\d)th$/i, ''))
    const held = number === undefined ? undefined : rules.congresses[String(number)]
    return number === undefined || held === undefined ? [] : [{ start, end, number, held }]
  })
  const [first] = cited
  if (!first) return []
  const latest = cited.reduce((a, b) => (b.number > a.number ? b : a), first)
  const { start, end, number, held } = latest
  if (held > year) return [{ start, end, because: 'congress-later', params: { congress: number, held, title: year } }]
  const next = rules.congresses[String(number + 1)]
  return next !== undefined && next < year
    ? [{ start, end, because: 'congress-earlier', params: { congress: number, next, title: year } }]
    : []
}

function titleAhead(reading: Reading, year: number): Sighting[] {
  const line = reading.lines[0] ?? { start: 0, end: 0 }
  return [{ start: line.start, end: Math.min(line.end, line.start + 80), because: 'title-ahead', params: { title: year } }]
}
