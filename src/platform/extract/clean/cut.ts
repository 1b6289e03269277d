import { readXml, type Piece } from '../read-xml.ts'

/** A stretch of a source to be taken out, or to be replaced by other words. */
export interface Cut {
  from: number
  to: number
  put?: string
}

/** The source without what is cut; everything else stays as it was written, to the letter. A cut within a cut is part of it. */
export function withoutCuts(source: string, cuts: readonly Cut[]): string {
  const inOrder = cuts.toSorted((a, b) => a.from - b.from || b.to - a.to)
  let kept = ''
  let at = 0
  for (const { from, to, put = '' } of inOrder) {
    if (from >= at) kept += source.slice(at, from) + put
    at = Math.max(at, to)
  }
  return kept + source.slice(at)
}

/** A whole element with its place, the place of what is in it, and the names of those around it, outermost first. */
export interface Element {
  name: string
  open: Piece
  from: number
  to: number
  innerFrom: number
  innerTo: number
  parents: readonly string[]
}

/** Every element of an XML part, inner ones before those around them. */
export function* elementsOf(source: string): Generator<Element> {
  const stack: Piece[] = []
  const names: string[] = []
  for (const piece of readXml(source)) {
    if (piece.kind === 'open') {
      stack.push(piece)
      names.push(piece.name)
    } else if (piece.kind === 'close') {
      const open = stack.pop()
      names.pop()
      if (open === undefined) continue
      yield { name: piece.name, open, from: open.from, to: piece.to, innerFrom: open.to, innerTo: piece.from, parents: names.slice(-4) }
    }
  }
}

/** Cuts every element that a test picks. */
export function cutElements(source: string, isCut: (element: Element) => boolean): string {
  return withoutCuts(source, [...elementsOf(source)].filter(isCut))
}
