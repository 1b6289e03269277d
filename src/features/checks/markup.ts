import type { Sighting } from './finding.ts'
import { matchesIn, type Reading, type Span } from './reading.ts'

const tagNames =
  'p|br|div|span|font|table|tbody|thead|tr|td|th|img|a|b|i|u|ul|ol|li|script|style|strong|em|center|iframe|object|input|form|hr|h[1-6]|o:p|v:shape|w:[a-z]+|st1:[a-z]+'
const kinds: [because: string, pattern: RegExp][] = [
  ['tag', new RegExp(`</?(?:${tagNames})(?=[\\s/>])[^<>\\n]{0,300}>?`, 'gi')],
  ['tag', /<!--|-->|<!\[CDATA\[|\]\]>|<!DOCTYPE/gi],
  // The end of a tag whose beginning was swallowed.
  ['tag', /(?<![<\w/])\/?(?:br|div|span|td|tr|p) ?\/?>/gi],
  [
    'entity',
    /(?:[\w-]{1,20}\/)?& ?(?:gt|lt|amp|nbsp|quot|ldquo|rdquo|middot|hellip|mdash|#\d{2,5}|#x[0-9a-f]{2,5}) ?;(?:[ -]*& ?(?:gt|lt|amp|nbsp|quot) ?;)*/gi,
  ],
  ['style', /\b(?:font-family|font-size|text-indent|line-height|margin-left|text-align|mso-[a-z-]{2,30}) ?: ?[^;\n]{1,60};/gi],
  [
    'stray',
    /(?<![.。…])(?:[.。] [,，]|。[，、])(?=\s|$|[\u4e00-\u9fff])|(?<![.\s])\. \.(?=\s|$)(?! ?\.)|，，|、、|；；|(?<!。)。。(?!。)/g,
  ],
]
const longParagraph = 120

/** What a web page or a word processor left behind: tags, entities, style declarations, and punctuation around a piece that fell out. */
export function findMarkup(reading: Reading): Sighting[] {
  return reading.lines.flatMap((line) => [
    ...kinds.flatMap(([because, pattern]) => [...matchesIn(line, pattern)].map(({ start, end }) => ({ start, end, because }))),
    ...cutEnd(reading, line),
  ])
}

/** A long paragraph whose last sign is a comma. A line that goes on in the next was only wrapped. */
function cutEnd(reading: Reading, line: Span): Sighting[] {
  const text = line.text.trimEnd()
  const endsParagraph = /^\s{0,4}(?:\r\n|\r|\n)\s{0,4}(?:[\r\n]|$)|^\s{0,8}$/.test(reading.plain.slice(line.end, line.end + 10))
  if (text.length < longParagraph || !/[,，]$/.test(text) || !endsParagraph) return []
  return [{ start: line.start + text.length - 1, end: line.start + text.length, because: 'cut' }]
}
