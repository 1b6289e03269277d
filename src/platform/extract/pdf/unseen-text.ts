import { shareInside, type Box } from './matrix.ts'
import type { Mark } from './read-marks.ts'

export interface UnseenText {
  kind: 'covered-text' | 'hidden-text'
  because: '' | 'white' | 'unpainted' | 'recognised' | 'off-page'
  text: string
}

const mostlyCovered = 0.6
const longestPassage = 200

/**
 * Texts of a page that a reader does not see and a program reads: painted over afterwards, white on white, placed and not painted, or beside
 * the page. Where nothing at all is painted as text, the unpainted text is the reading of a scanned page.
 */
export function unseenTexts(marks: readonly Mark[], view: readonly number[]): UnseenText[] {
  const fills = marks.flatMap((mark, order) => (mark.kind === 'fill' && mark.isOpaque ? [{ mark, order }] : []))
  const isScan = marks.every((mark) => mark.kind !== 'text' || mark.isUnpainted)
  const [left = 0, bottom = 0, right = 0, top = 0] = view
  const page: Box = { left, bottom, right, top }
  const found: UnseenText[] = []
  marks.forEach((mark, order) => {
    if (mark.kind !== 'text') return
    const unseen = reasonFor(mark, order, fills, page, isScan)
    if (unseen === undefined) return
    const last = found.at(-1)
    const isSame = last?.kind === unseen.kind && last.because === unseen.because
    if (isSame && last.text.length < longestPassage) last.text += mark.text
    else if (!isSame) found.push({ ...unseen, text: mark.text })
  })
  return found
}

interface Fill {
  mark: Mark
  order: number
}

function reasonFor(text: Mark, order: number, fills: readonly Fill[], page: Box, isScan: boolean): Omit<UnseenText, 'text'> | undefined {
  if (text.isUnpainted) return { kind: 'hidden-text', because: isScan ? 'recognised' : 'unpainted' }
  if (shareInside(text.box, page) === 0) return { kind: 'hidden-text', because: 'off-page' }
  const around = fills.filter(({ mark }) => shareInside(text.box, mark.box) >= mostlyCovered)
  if (around.some((fill) => fill.order > order)) return { kind: 'covered-text', because: '' }
  const ground = around.at(-1)?.mark.colour ?? '#ffffff'
  if (text.colour !== undefined && isLike(text.colour, ground))
    return { kind: isDark(ground) ? 'covered-text' : 'hidden-text', because: isDark(ground) ? '' : 'white' }
  return text.isOpaque ? undefined : { kind: 'hidden-text', because: 'unpainted' }
}

function levels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

/** So near that nobody reads one on the other. */
function isLike(one: string, other: string): boolean {
  const [a, b] = [levels(one), levels(other)]
  return a.every((level, at) => Math.abs(level - (b[at] ?? 0)) <= 16)
}

function isDark(colour: string): boolean {
  return levels(colour).reduce((sum, level) => sum + level, 0) < 384
}
