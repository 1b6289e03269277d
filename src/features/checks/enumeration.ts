import type { CheckFacts, Sighting } from './finding.ts'
import { cardinalWords, numeralOf } from './numeral.ts'
import { matchesIn, type Reading, sentencesOf, type Span } from './reading.ts'
import type { CheckRules } from './rules.ts'

/** How many members a list may be understood to have, and where it ends. */
interface Members {
  counts: number[]
  end: number
}

/** Announced numbers and the lists that follow or precede them: four principles with five members, four people of whom two are named. */
export function findEnumerations(reading: Reading, _facts: CheckFacts, rules: CheckRules): Sighting[] {
  const en = new RegExp(`\\b(${cardinalWords}|\\d{1,2}) (?:[a-z-]{1,20} ){0,2}(${rules.listNouns.en.join('|')})\\b`, 'gi')
  const zhNoun = `(?:${rules.listNouns.zh.join('|')})`
  const zhAfter = new RegExp(
    `([两二三四五六七八九十]|\\d{1,2})(?:大|个|项|条|种|类|点)?[\\u4e00-\\u9fff]{0,4}${zhNoun}(?:：|:|，即|（)`,
    'g',
  )
  const zhBefore = new RegExp(`(?<![第\\d十]|[、，。；：])([两二三四五六七八九十]|\\d{1,2})(?:大|个|项|条|种|类)${zhNoun}`, 'g')
  return reading.lines.flatMap((line) => [
    ...sentencesOf(line).flatMap((sentence) => [...englishLists(sentence, en, rules), ...fewerNamed(sentence)]),
    ...chineseAfter(line, zhAfter, rules),
    ...chineseBefore(line, zhBefore, rules),
  ])
}

function englishLists(sentence: Span, pattern: RegExp, rules: CheckRules): Sighting[] {
  return [...matchesIn(sentence, pattern)].flatMap(({ start, end, parts }) => {
    const stated = numeralOf(parts[0] ?? '') ?? 0
    const rest = sentence.text.slice(end - sentence.start, end - sentence.start + 400)
    const lead = leadOf(rest, parts[1] ?? '')
    if (lead === undefined || stated < 2) return []
    const members = membersOf(rest.slice(lead), rules)
    return judged(stated, members, start, end + lead)
  })
}

/** Where the list begins after the noun: at once after of, a colon or namely, or later where the noun comes back with an of. */
function leadOf(rest: string, noun: string): number | undefined {
  const direct = /^(?: of |: |, namely,? | namely )/.exec(rest)
  if (direct) return direct[0].length
  const again = rest.lastIndexOf(`${noun} of `)
  return again >= 0 && again < 160 ? again + noun.length + 4 : undefined
}

/** Counts the members of an English list. A joined last member without a comma before its `and` is two; with one the list ends there. */
function membersOf(text: string, rules: CheckRules): Members | undefined {
  const pieces = text.split(/, ?/)
  const counts: number[] = []
  let end = 0
  let isClosed = false
  for (const [at, piece] of pieces.entries()) {
    const words = piece.trim().split(/\s+/)
    const isOxford = words[0] === 'and' || words[0] === 'or'
    if (words.length > (isOxford ? 6 : 5)) break
    end += piece.length + (at > 0 ? 2 : 0)
    if (isOxford) return { counts: [at + 1], end }
    const joins = / (?:and|or) /.test(piece) && !rules.joinedNames.some((name) => piece.includes(name))
    if (joins) counts.push(at + 2)
    if (isClosed) counts.push(at + 1)
    isClosed ||= joins
  }
  return counts.length > 0 && pieces.length > 1 ? { counts, end } : undefined
}

function judged(stated: number, members: Members | undefined, start: number, listStart: number): Sighting[] {
  if (!members || members.counts.includes(stated)) return []
  const counted = members.counts[0] ?? 0
  return counted < 2 ? [] : [{ start, end: listStart + members.end, because: 'count', params: { stated, counted } }]
}

const named = new RegExp(
  `\\b(${cardinalWords}|\\d{1,2}) (?:[a-z]{1,12} )?(?:comrades|members|people|persons|colleagues) including ([A-Z][\\w]*(?: [A-Z]\\w*)*(?:, [A-Z]\\w*(?: [A-Z]\\w*)*){0,9}(?:,? and [A-Z]\\w*(?: [A-Z]\\w*)*)?)`,
  'g',
)

function fewerNamed(sentence: Span): Sighting[] {
  return [...matchesIn(sentence, named)].flatMap(({ start, end, parts }) => {
    const stated = numeralOf(parts[0] ?? '') ?? 0
    const counted = (parts[1] ?? '').split(/,? and |, /).length
    return counted < stated ? [{ start, end, because: 'fewer-named', params: { stated, counted } }] : []
  })
}

function chineseAfter(line: Span, pattern: RegExp, rules: CheckRules): Sighting[] {
  return [...matchesIn(line, pattern)].flatMap(({ start, end, parts }) => {
    const list = /^[^。；！？，,）\n]{3,200}/.exec(line.text.slice(end - line.start, end - line.start + 200))?.[0] ?? ''
    return list.includes('、') && !/等/.test(list.slice(-4))
      ? judged(numeralOf(parts[0] ?? '') ?? 0, chineseMembers(list, rules), start, end)
      : []
  })
}

const newClause = /^(?:建立|完善|推进|落实|健全|开展|加强|做好|设立|打造|形成|实现|制定|抓好|突出)/

/** The list before its number, as in 公开、公平、公正三项原则: read backwards to the start of its clause. */
function chineseBefore(line: Span, pattern: RegExp, rules: CheckRules): Sighting[] {
  return [...matchesIn(line, pattern)].flatMap(({ start, end, parts }) => {
    const before = line.text.slice(Math.max(0, start - line.start - 160), start - line.start)
    const clause = /[^。；！？，,：:（(《“”"\n]*$/.exec(before)?.[0] ?? ''
    const pieces = clause.split('、')
    if (pieces.length < 2 || pieces.slice(1).some((piece) => piece.length > 14 || newClause.test(piece))) return []
    const stated = numeralOf(parts[0] ?? '') ?? 0
    const members = chineseMembers(clause.replace(/等$/, ''), rules)
    const isOpen = clause.endsWith('等') && (members?.counts[0] ?? 0) < stated
    return isOpen || !members ? [] : judged(stated, { ...members, end: 0 }, start - clause.length, end)
  })
}

function chineseMembers(list: string, rules: CheckRules): Members | undefined {
  const pieces = list.split('、')
  const last = pieces.at(-1) ?? ''
  const joins = /.(?:和|及|以及|与)./.test(last) && !rules.joinedNames.some((name) => last.includes(name))
  return { counts: [pieces.length + (joins ? 1 : 0)], end: list.length }
}
