import type { Sighting } from './finding.ts'
import { numeralOf, ordinalWords, romanOf } from './numeral.ts'
import { matchesIn, type Reading, sentencesOf, type Span } from './reading.ts'

/** A number that stands before an item. */
interface Marker {
  start: number
  end: number
  value: number
}

/** How one family of numbers looks. `firm` families are headings: one missing number is enough. The others need two items before it. */
interface Family {
  pattern: RegExp
  at: 'line' | 'anywhere'
  firm: boolean
}

const words =
  'First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve'
const han = '[一二三四五六七八九十]{1,3}'
const families: Family[] = [
  { pattern: new RegExp(`^[\\s#>*]{0,12}(?:(${han})、|(${words}) ?[,:、，]|([IVX]{1,5})[.、](?=\\s))`, 'g'), at: 'line', firm: true },
  { pattern: new RegExp(`^[\\s#>*]{0,12}[（(](${han})[)）]`, 'g'), at: 'line', firm: true },
  { pattern: /^[\s#>*]{0,12}第([一二三四五六七八九十百零]{1,6})条[\s　]/g, at: 'line', firm: true },
  { pattern: /^[\s#>*]{0,12}第([一二三四五六七八九十]{1,3})章[\s　]/g, at: 'line', firm: true },
  { pattern: new RegExp(`^[\\s#>*]{0,12}The (${ordinalWords}) (?:is|was|thing)\\b`, 'g'), at: 'line', firm: false },
  { pattern: new RegExp(`(?:^|[。；;，,：:、\\s])(${han})(?:是|要)`, 'g'), at: 'anywhere', firm: false },
  { pattern: new RegExp(`第(${han})[，,、：:]`, 'g'), at: 'anywhere', firm: false },
  { pattern: /(?:^|[\s：:;；。，,.])[（(](\d{1,2}|[a-h]|two|three|four|five|six)[)）]/g, at: 'anywhere', firm: false },
  {
    pattern: /(?:^[\s#>*]{0,12}|[:：;；。] ?|(?<=[a-z]{3})\. )(\d{1,2}) ?(?:[、,，](?!\d)|\.(?!\d)|(?<![（(]\d{1,2})[)）])/g,
    at: 'anywhere',
    firm: false,
  },
]
const deepest = 6
// So many numbers may be lost in one place; more is another way of counting.
const widest = { firm: 3, loose: 1 }

/** Numbers of headings and items that leave one out or come twice, level by level, and lists within a paragraph that leave out an ordinal. */
export function findNumbering(reading: Reading): Sighting[] {
  const sightings = families.flatMap((family) =>
    gapsOf(
      reading.lines.flatMap((line) => markersOf(line, family)),
      family.firm,
    ),
  )
  return [...sightings, ...reading.lines.flatMap(ordinalGaps)]
}

function markersOf(line: Span, family: Family): Marker[] {
  if (/^\s*\|/.test(line.text)) return []
  const span = family.at === 'line' ? { ...line, text: line.text.slice(0, 60) } : line
  return [...matchesIn(span, family.pattern)].flatMap(({ start, end, text, parts }) => {
    const value = valueOf(parts)
    const blank = text.search(/[^\s#>*:：;；。，,.、]/)
    return value === undefined ? [] : [{ start: start + Math.max(0, blank), end, value }]
  })
}

function valueOf(parts: (string | undefined)[]): number | undefined {
  const [first, second, roman] = parts
  if (roman) return romanOf(roman)
  const word = first ?? second ?? ''
  return /^[a-z]$/.test(word) ? word.charCodeAt(0) - 96 : numeralOf(word)
}

/**
 * Walks the numbers of one family with the lists that are open, innermost last. A 1 opens a list; a number goes on with the
 * innermost list that ends one before it; one that fits nowhere has left something out, or repeats.
 */
function gapsOf(markers: Marker[], firm: boolean): Sighting[] {
  const sightings: Sighting[] = []
  let open: { last: number; length: number }[] = []
  for (const marker of markers) {
    const fits = open.findLastIndex((list) => list.last === marker.value - 1)
    if (marker.value !== 1 && fits >= 0) {
      open = [...open.slice(0, fits), { last: marker.value, length: (open[fits]?.length ?? 0) + 1 }]
      continue
    }
    const list = marker.value === 1 ? undefined : open.findLast((each) => mayHaveLost(each, marker.value, firm))
    if (list) sightings.push(sightingOf(marker, list.last))
    if (list) open = [...open.slice(0, open.indexOf(list)), { last: marker.value, length: list.length + 1 }]
    else open = [...open.slice(1 - deepest), { last: marker.value, length: 1 }]
  }
  return sightings
}

function mayHaveLost(list: { last: number; length: number }, value: number, firm: boolean): boolean {
  const lost = value - list.last - 1
  const isLong = firm || list.length >= 2
  return isLong && ((lost >= 1 && lost <= (firm ? widest.firm : widest.loose)) || (lost === -1 && firm))
}

function sightingOf({ start, end, value }: Marker, last: number): Sighting {
  if (value === last) return { start, end, because: 'repeated', params: { n: value } }
  const missing = Array.from({ length: value - last - 1 }, (_, at) => last + 1 + at)
  return { start, end, because: 'gap', params: { missing: missing.join(', '), before: last, after: value } }
}

const ordinal = new RegExp(`\\b(?:${ordinalWords})(?=(?:ly)?\\b)`, 'gi')
const ordinalStart = new RegExp(`^[\\s"“]{0,3}(?:and |the |at |In the ){0,2}(${ordinalWords})(?:ly)?\\b`, 'i')

/** A paragraph that counts first, second, fourth: reported only when the missing word stands nowhere in it. */
function ordinalGaps(line: Span): Sighting[] {
  const markers = sentencesOf(line).flatMap((sentence) => {
    const match = ordinalStart.exec(sentence.text)
    const value = match ? numeralOf(match[1] ?? '') : undefined
    if (!match || value === undefined) return []
    return [{ start: sentence.start + match[0].search(/[A-Za-z]/), end: sentence.start + match[0].length, value }]
  })
  const gaps = markers.filter((marker, at) => marker.value === (markers[at - 1]?.value ?? marker.value) + 2)
  if (gaps.length === 0) return []
  const standing = new Set([...matchesIn(line, ordinal)].map((match) => numeralOf(match.text)))
  return gaps.filter(({ value }) => !standing.has(value - 1)).map((marker) => sightingOf(marker, marker.value - 2))
}
