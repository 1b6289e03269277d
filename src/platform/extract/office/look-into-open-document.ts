import { note, noteText, type Notes, type Spot } from '../look.ts'
import type { Entries } from '../read-zip.ts'
import { attribute, readXml, xmlText, type Piece } from '../read-xml.ts'
import { lookIntoPackage } from './look-into-package.ts'

/** Styles of an OpenDocument by what they hide. */
export interface HidingStyles {
  text: ReadonlySet<string>
  tables: ReadonlySet<string>
}

/** An OpenDocument text, spreadsheet or presentation: its text, and what its pages do not show. */
export async function lookIntoOpenDocument(entries: Entries, notes: Notes): Promise<void> {
  await lookIntoPackage(entries, notes)
  const content = xmlText(entries.get('content.xml') ?? Buffer.from(''))
  readContent(content, hidingStyles(content), notes)
}

/** The styles that hide a text or a whole table. */
export function hidingStyles(content: string): HidingStyles {
  const [text, tables] = [new Set<string>(), new Set<string>()]
  let style = ''
  for (const piece of readXml(content)) {
    if (piece.kind !== 'open') continue
    if (piece.name === 'body') break
    if (piece.name === 'style') style = attribute(piece, 'name') ?? ''
    else if (piece.name === 'text-properties' && attribute(piece, 'display') === 'none') text.add(style)
    else if (piece.name === 'table-properties' && attribute(piece, 'display') === 'false') tables.add(style)
  }
  return { text, tables }
}

interface Place {
  paragraph: number
  sheet: string
  slide: number
  text: string
  /** What hides the text here, innermost last, with the depth at which it began. */
  hiding: { kind: 'comments' | 'tracked-changes' | 'hidden-text' | 'hidden-sheet' | 'hidden-rows' | 'speaker-notes'; depth: number }[]
}

function readContent(content: string, styles: HidingStyles, notes: Notes): void {
  const place: Place = { paragraph: 0, sheet: '', slide: 0, text: '', hiding: [] }
  let depth = 0
  let isBody = false
  for (const piece of readXml(content)) {
    if (piece.kind === 'open') {
      depth++
      if (piece.name === 'body') isBody = true
      if (isBody) enter(piece, depth, place, styles, notes)
    } else if (piece.kind === 'close') {
      if (['p', 'h'].includes(piece.name)) flush(place, notes)
      while (place.hiding.at(-1)?.depth === depth) {
        flush(place, notes)
        place.hiding.pop()
      }
      if (piece.name === 'table-row') flush(place, notes)
      depth--
    } else if (isBody && piece.body.trim() !== '') place.text += piece.body
  }
  flush(place, notes)
}

function enter(piece: Piece, depth: number, place: Place, styles: HidingStyles, notes: Notes): void {
  const { name } = piece
  if (name === 'table') place.sheet = attribute(piece, 'name') ?? ''
  else if (name === 'page') place.slide++
  else if (name === 'p' || name === 'h') place.paragraph++
  const kind = hides(piece, place, styles)
  if (kind !== undefined) {
    flush(place, notes)
    place.hiding.push({ kind, depth })
    if (kind === 'hidden-sheet') note(notes, kind, { by: 'sheet', name: place.sheet })
    else if (kind === 'tracked-changes') note(notes, kind, spotOf(place), name === 'insertion' ? 'added' : 'struck')
  }
  if (attribute(piece, 'formula') !== undefined && name === 'table-cell') note(notes, 'formulas', spotOf(place))
  if (name === 'table-cell' && Number(attribute(piece, 'number-columns-spanned') ?? 1) > 1) note(notes, 'merged-cells', spotOf(place))
}

function hides(piece: Piece, place: Place, styles: HidingStyles): Place['hiding'][number]['kind'] | undefined {
  const { name } = piece
  if (name === 'annotation') return 'comments'
  if (name === 'deletion' || name === 'insertion' || name === 'cell-content-change') return 'tracked-changes'
  if (name === 'hidden-text' || name === 'hidden-paragraph') return 'hidden-text'
  if (name === 'notes' && place.slide > 0) return 'speaker-notes'
  const style = attribute(piece, 'style-name') ?? ''
  if (name === 'table' && styles.tables.has(style)) return 'hidden-sheet'
  if (name === 'table-row' && ['collapse', 'filter'].includes(attribute(piece, 'visibility') ?? '')) return 'hidden-rows'
  return ['span', 'p', 'h'].includes(name) && styles.text.has(style) ? 'hidden-text' : undefined
}

function flush(place: Place, notes: Notes): void {
  const text = place.text
  place.text = ''
  if (text.trim() === '') return
  const spot = spotOf(place)
  const kind = place.hiding.at(-1)?.kind
  if (kind !== undefined && kind !== 'hidden-sheet' && kind !== 'tracked-changes') note(notes, kind, { ...spot, passage: text })
  noteText(notes, { ...spot, text, isHidden: kind !== undefined })
}

function spotOf(place: Place): Spot {
  if (place.slide > 0) return { by: 'slide', name: String(place.slide) }
  if (place.sheet !== '') return { by: 'sheet', name: place.sheet }
  return { by: 'paragraph', name: String(place.paragraph) }
}
