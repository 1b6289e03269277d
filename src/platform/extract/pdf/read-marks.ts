import { boxOf, combined, identity, type Box, type Matrix } from './matrix.ts'

/** One thing painted on a page, in the order of painting. */
export interface Mark {
  kind: 'text' | 'fill'
  box: Box
  /** `#rrggbb`; undefined for a pattern. */
  colour: string | undefined
  isOpaque: boolean
  text: string
  /** Text that is placed and not painted (rendering mode 3 or 7). */
  isUnpainted: boolean
}

/** The operators of a page as pdf.js lists them, and their numbers by name. */
export interface Operators {
  fnArray: readonly number[]
  argsArray: readonly unknown[]
  names: Readonly<Record<number, string>>
}

interface State {
  matrix: Matrix
  colour: string | undefined
  alpha: number
  size: number
  mode: number
  characterSpace: number
  wordSpace: number
  scale: number
  leading: number
  text: Matrix
  line: Matrix
}

/** Follows the painting of a page: where each text stands, and which rectangles are filled. */
export function readMarks({ fnArray, argsArray, names }: Operators): Mark[] {
  const marks: Mark[] = []
  const stack: State[] = []
  let state: State = {
    ...{ matrix: identity, colour: '#000000', alpha: 1, size: 0, mode: 0, characterSpace: 0, wordSpace: 0, scale: 1, leading: 0 },
    ...{ text: identity, line: identity },
  }
  fnArray.forEach((fn, at) => {
    const name = names[fn] ?? ''
    const args = (argsArray[at] ?? []) as unknown[]
    if (name === 'save' || name === 'paintFormXObjectBegin' || name === 'beginAnnotation') stack.push({ ...state })
    if (name === 'restore' || name === 'paintFormXObjectEnd' || name === 'endAnnotation') state = stack.pop() ?? state
    else if (name === 'constructPath') marks.push(...fills(args, names, state))
    else if (name === 'showText') marks.push(...shown(args[0] as Glyph[], state))
    else change(name, args, state)
  })
  return marks
}

function change(name: string, args: unknown[], state: State): void {
  const [first, second] = args as [number, number]
  if (name === 'transform') state.matrix = combined(state.matrix, args as unknown as Matrix)
  else if (name === 'paintFormXObjectBegin' && args[0] !== null) state.matrix = combined(state.matrix, asMatrix(args[0]))
  else if (name === 'setFillRGBColor') state.colour = String(args[0])
  else if (name === 'setFillColorN' || name === 'setFillTransparent') state.colour = undefined
  else if (name === 'setGState') state.alpha = alphaIn(args[0] as [string, unknown][]) ?? state.alpha
  else if (name === 'setFont') state.size = second
  else if (name === 'setTextRenderingMode') state.mode = first
  else if (name === 'setCharSpacing') state.characterSpace = first
  else if (name === 'setWordSpacing') state.wordSpace = first
  else if (name === 'setHScale') state.scale = first
  else if (name === 'setLeading') state.leading = -first
  else if (name === 'beginText') [state.text, state.line] = [identity, identity]
  else if (name === 'setTextMatrix') state.text = state.line = asMatrix(args[0])
  else if (name === 'moveText') state.text = state.line = combined(state.line, [1, 0, 0, 1, first, second])
  else if (name === 'setLeadingMoveText') {
    state.leading = second
    state.text = state.line = combined(state.line, [1, 0, 0, 1, first, second])
  } else if (name === 'nextLine') state.text = state.line = combined(state.line, [1, 0, 0, 1, 0, state.leading])
}

function asMatrix(value: unknown): Matrix {
  return Array.from(value as ArrayLike<number>) as unknown as Matrix
}

function alphaIn(settings: readonly [string, unknown][]): number | undefined {
  const alpha = settings.find(([name]) => name === 'ca')?.[1]
  return typeof alpha === 'number' ? alpha : undefined
}

type Glyph = { unicode: string; width: number; isSpace: boolean } | number

function shown(glyphs: readonly Glyph[], state: State): Mark[] {
  let width = 0
  let text = ''
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') width -= (glyph / 1000) * state.size
    else {
      width += (glyph.width / 1000) * state.size + state.characterSpace + (glyph.isSpace ? state.wordSpace : 0)
      text += glyph.unicode
    }
  }
  width *= state.scale
  const box = boxOf(combined(state.matrix, state.text), 0, 0, width, state.size * 0.7)
  state.text = combined(state.text, [1, 0, 0, 1, width, 0])
  if (text.trim() === '') return []
  const isUnpainted = state.mode === 3 || state.mode === 7
  return [{ kind: 'text', box, colour: state.colour, isOpaque: state.alpha > 0.1, text, isUnpainted }]
}

const filling = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']

function fills(args: unknown[], names: Operators['names'], state: State): Mark[] {
  if (!filling.includes(names[Number(args[0])] ?? '')) return []
  const path = (args[1] as ArrayLike<number>[])[0]
  if (path === undefined || path === null) return []
  const isOpaque = state.alpha >= 0.9
  return rectanglesIn(path).map(([left, bottom, right, top]) => {
    return {
      kind: 'fill',
      box: boxOf(state.matrix, left, bottom, right, top),
      colour: state.colour,
      isOpaque,
      text: '',
      isUnpainted: false,
    }
  })
}

/** The rectangles of a path: a closed run of straight lines of which each corner lies on the box around it. */
function rectanglesIn(path: ArrayLike<number>): [number, number, number, number][] {
  const found: [number, number, number, number][] = []
  let points: [number, number][] = []
  let isStraight = true
  const end = (): void => {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    const box: [number, number, number, number] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
    const isOnEdge = ([x, y]: [number, number]): boolean => (x === box[0] || x === box[2]) && (y === box[1] || y === box[3])
    if (isStraight && points.length >= 4 && points.every(isOnEdge)) found.push(box)
    points = []
    isStraight = true
  }
  for (let at = 0; at < path.length;) {
    const code = path[at]
    if (code === 0) {
      end()
      points.push([path[at + 1] ?? 0, path[at + 2] ?? 0])
      at += 3
    } else if (code === 1) {
      points.push([path[at + 1] ?? 0, path[at + 2] ?? 0])
      at += 3
    } else if (code === 4) at += 1
    else {
      isStraight = false
      at += code === 2 ? 7 : 5
    }
  }
  end()
  return found
}
