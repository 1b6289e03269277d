import type { Sighting } from './finding.ts'
import { matchesIn, type Reading, type Span } from './reading.ts'

const unitWords = '省|市|县|区|镇|乡|村|局|委|办|厅|处|科|年|月|单位|部门|公司|街道|同志|领导'

/** What each kind of remainder looks like. Masked numbers (138****1234) and masked names (王某某, 李**) are no remainders: they are meant. */
const kinds: [because: string, pattern: RegExp][] = [
  ['year', /(?<![\d*])(?:19|20)\s?\*\s?\*(?:\s?\*)?(?![\d*])/g],
  ['year', /(?<![\dA-Za-z])(?:19|20)(?:XX|xx|××|[Xx×]{1,2}(?=年))/g],
  ['number-sign', /[[［【(（]?〔[Xx×*]{1,4}〕[\]］】)）]?/g],
  ['letters', /(?<![A-Za-z0-9])(?<!\b(?:Chapter|Part|Volume|Annex|Title|Schedule|Appendix) )(?<!〔)[Xx]{2,8}(?![A-Za-z0-9])/g],
  ['letters', new RegExp(`×{2,}(?=${unitWords}|号|[）)】」”"])|×{3,}`, 'g')],
  ['letters', new RegExp(`某某(?=${unitWords})`, 'g')],
  ['date', /(?<![A-Za-z0-9〇○])(?:[Xx×_]{1,4}年)?[Xx×_]{1,2}月[Xx×_]{1,2}日/g],
  ['blank', /_{4,}/g],
  [
    'blank',
    /[（(【[](?:此处|在此|请)(?:填写|填入|插入|补充|输入)[^）)】\]\n]{0,30}[）)】\]]|[（(]此处[^）)\n]{0,20}[）)]|\[insert [^\]\n]{1,40}\]/gi,
  ],
  ['later', /待补充|待完善后补充|(?<![A-Za-z])(?:TBD|TBC|TODO|FIXME)(?![A-Za-z])|lorem ipsum/g],
  ['later', /\{\{[^{}\n]{0,60}\}\}|\$\{[A-Za-z_][^{}\n]{0,40}\}/g],
]
const stars = /(?<![\d*\\])(?<![\u4e00-\u9fff])\*(?: ?\*){2,}(?! ?\*| ?\d{4})/g

/** Remains of a template or of an anonymised model: years, names and numbers that were never filled in. */
export function findPlaceholders(reading: Reading): Sighting[] {
  const sightings: Sighting[] = []
  for (const line of reading.lines) {
    if (isRule(line.text)) continue
    for (const [because, pattern] of kinds) {
      for (const { start, end, text } of matchesIn(line, pattern)) {
        if (!(text.endsWith('**') && closesBold(line, start))) sightings.push({ start, end, because })
      }
    }
    const emphases = emphasesOf(line)
    for (const { start, end } of matchesIn(line, stars)) {
      if (!emphases.has(start) && !opensItem(line, start)) sightings.push({ start, end, because: 'stars' })
    }
  }
  return withoutInner(sightings)
}

/** A line of stars or underscores alone draws a rule in Markdown. */
function isRule(line: string): boolean {
  return /^[\s*_-]*$/.test(line)
}

/** True when the two stars at the end of `20**` close a bold passage that began shortly before in the line, as in `**in all 20**`. */
function closesBold(line: Span, at: number): boolean {
  const from = Math.max(0, at - line.start - 400)
  const before = line.text.slice(from, at - line.start)
  let isOpen = false
  for (const match of before.matchAll(/(?<!\*)\*\*(?!\*)/g)) {
    const previous = before[match.index - 1] ?? ' '
    const next = line.text[from + match.index + 2] ?? ' '
    if (isOpen) isOpen = previous === ' '
    else isOpen = next !== ' ' && !/\d/.test(previous)
  }
  return isOpen
}

/** Where `***` opens or closes bold italics on a line: two of them around a text that does not begin with a blank. */
function emphasesOf(line: Span): Set<number> {
  const places = [...line.text.matchAll(/(?<!\*)\*\*\*(?!\*)/g)].map((match) => match.index)
  const emphases = new Set<number>()
  for (let at = 0; at + 1 < places.length; at += 2) {
    const [open = 0, close = 0] = [places[at], places[at + 1]]
    if (line.text[open + 3] !== ' ' && line.text[close - 1] !== ' ') emphases.add(line.start + open).add(line.start + close)
  }
  return emphases
}

/** True for `* **bold** …`: the mark of a list item and the bold that begins it. */
function opensItem(line: Span, start: number): boolean {
  return /^\s{0,12}\* \*{2,3}\S/.test(line.text) && start === line.start + line.text.search(/\S/)
}

/** Of sightings that lie within each other only the widest stays. */
function withoutInner(sightings: Sighting[]): Sighting[] {
  let reached = -1
  return [...sightings]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((sighting) => {
      if (sighting.start < reached) return false
      reached = sighting.end
      return true
    })
}
