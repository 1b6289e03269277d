/** A piece of a text with its place in the whole. */
export interface Span {
  start: number
  end: number
  text: string
}

/**
 * A text made ready for the checks. `plain` is the text with full-width digits and Latin letters folded to ordinary ones, place for
 * place, so that an offset means the same in both. `lines` are the lines of `plain` that are not blank, without their ends;
 * `starts` are the beginnings of all lines.
 */
export interface Reading {
  text: string
  plain: string
  lines: Span[]
  starts: number[]
}

/** Reads a text once for all checks. */
export function readingOf(text: string): Reading {
  const plain = text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  const lines = spansBetween(plain, /\r\n|\r|\n/g)
  return { text, plain, lines: lines.filter((line) => line.text.trim() !== ''), starts: lines.map((line) => line.start) }
}

/** The line and column, both from 1, of an offset in the text. */
export function placeOf({ starts }: Reading, offset: number): { line: number; column: number } {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}

/** The sentences of a span. A full stop ends one only before a blank or the end, so that 1.03 stays whole. */
export function sentencesOf(span: Span): Span[] {
  return spansBetween(span.text, /[。；！？;!?]|\.(?=\s|$)/g, span.start).filter((sentence) => sentence.text.trim() !== '')
}

/** The span between two offsets of the reading. */
export function spanOf(reading: Reading, start: number, end: number): Span {
  return { start, end, text: reading.plain.slice(start, end) }
}

/** Every match of a pattern in a span, with its place in the whole text. The pattern must carry the flag g. */
export function* matchesIn(
  span: Span,
  pattern: RegExp,
): Generator<{ start: number; end: number; text: string; parts: (string | undefined)[] }> {
  for (const match of span.text.matchAll(pattern)) {
    const start = span.start + match.index
    yield { start, end: start + match[0].length, text: match[0], parts: match.slice(1) }
  }
}

/** The whole reading as one span. */
export function wholeOf(reading: Reading): Span {
  return { start: 0, end: reading.plain.length, text: reading.plain }
}

function spansBetween(text: string, border: RegExp, from = 0): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const match of text.matchAll(border)) {
    spans.push({ start: from + start, end: from + match.index, text: text.slice(start, match.index) })
    start = match.index + match[0].length
  }
  spans.push({ start: from + start, end: from + text.length, text: text.slice(start) })
  return spans
}
