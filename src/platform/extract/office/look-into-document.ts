import { note, noteText, type Notes, type Spot } from '../look.ts'
import type { Entries } from '../read-zip.ts'
import { attribute, isOn, readXml, xmlText, type Piece } from '../read-xml.ts'
import { lookIntoPackage } from './look-into-package.ts'

/** Parts of a Word file that hold text, with how they are called in a place. */
const textParts = /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments|glossary\/document)\.xml$/

/** A Word file: its text, and what its page does not show. */
export async function lookIntoDocument(entries: Entries, notes: Notes): Promise<void> {
  await lookIntoPackage(entries, notes)
  const styles = entries.get('word/styles.xml')
  const hiddenStyles = styles === undefined ? new Set<string>() : readHiddenStyles(xmlText(styles))
  for (const [path, bytes] of entries) {
    const name = textParts.exec(path)?.[1]
    if (name !== undefined) readPart(xmlText(bytes), name, hiddenStyles, notes)
  }
}

/** Styles whose text is not shown. */
export function readHiddenStyles(xml: string): Set<string> {
  const hidden = new Set<string>()
  let style = ''
  for (const piece of readXml(xml)) {
    if (piece.kind !== 'open') continue
    if (piece.name === 'style') style = attribute(piece, 'styleId') ?? ''
    else if (piece.name === 'vanish' && isOn(attribute(piece, 'val'))) hidden.add(style)
  }
  return hidden
}

/** Where a reader of a part is now. */
interface Place {
  part: string
  isComment: boolean
  paragraph: number
  /** How deep in what was struck out, and in what was put in. */
  struck: number
  added: number
  hasShade: boolean
  isHiddenRun: boolean
  isWhiteRun: boolean
  isHiddenParagraph: boolean
  seen: string
  hidden: string
}

function readPart(xml: string, part: string, hiddenStyles: ReadonlySet<string>, notes: Notes): void {
  const isComment = part === 'comments'
  const place: Place = {
    ...{ part, isComment, paragraph: 0, struck: 0, added: 0, seen: '', hidden: '' },
    ...{ hasShade: false, isHiddenRun: false, isWhiteRun: false, isHiddenParagraph: false },
  }
  let inside = ''
  for (const piece of readXml(xml)) {
    if (piece.kind === 'open') {
      inside = piece.name
      enter(piece, place, hiddenStyles, notes)
    } else if (piece.kind === 'close') {
      inside = ''
      leave(piece.name, place, notes)
    } else if (inside === 't' || inside === 'delText' || inside === 'instrText') say(piece.body, inside, place, notes)
  }
  endParagraph(place, notes)
}

const changeMarks = /^(rPr|pPr|sectPr|tblPr|tblGrid|tcPr|trPr|tblPrEx|numbering)Change$|^cell(Ins|Del|Merge)$/

function enter(piece: Piece, place: Place, hiddenStyles: ReadonlySet<string>, notes: Notes): void {
  const { name } = piece
  if (name === 'p') place.paragraph++
  else if (name === 'r') [place.isHiddenRun, place.isWhiteRun] = [false, false]
  else if (name === 'del' || name === 'moveFrom') place.struck++
  else if (name === 'ins' || name === 'moveTo') place.added++
  else if (name === 'vanish' && isOn(attribute(piece, 'val'))) place.isHiddenRun = true
  else if (name === 'color' && /^f{6}$/i.test(attribute(piece, 'val') ?? '')) place.isWhiteRun = true
  else if (name === 'shd' && !/^(auto|f{6})$/i.test(attribute(piece, 'fill') ?? 'auto')) place.hasShade = true
  else if (name === 'rStyle' && hiddenStyles.has(attribute(piece, 'val') ?? '')) place.isHiddenRun = true
  else if (name === 'pStyle' && hiddenStyles.has(attribute(piece, 'val') ?? '')) place.isHiddenParagraph = true
  else if (name === 'tab' || name === 'br') place.seen += ' '
  if (['del', 'moveFrom', 'ins', 'moveTo'].includes(name) || changeMarks.test(name))
    note(
      notes,
      'tracked-changes',
      spotOf(place),
      changeMarks.test(name) ? 'format' : name === 'del' || name === 'moveFrom' ? 'struck' : 'added',
    )
}

function leave(name: string, place: Place, notes: Notes): void {
  if (name === 'del' || name === 'moveFrom') place.struck--
  else if (name === 'ins' || name === 'moveTo') place.added--
  else if (name === 'tc' || name === 'tbl') place.hasShade = false
  else if (name === 'r') [place.isHiddenRun, place.isWhiteRun] = [false, false]
  else if (name === 'p') endParagraph(place, notes)
}

function say(text: string, inside: string, place: Place, notes: Notes): void {
  if (inside === 'instrText') {
    if (/\b(INCLUDETEXT|INCLUDEPICTURE|LINK|DDE(AUTO)?)\b/.test(text)) note(notes, 'external-link', { ...spotOf(place), passage: text })
    place.hidden += text
  } else if (place.struck > 0 || inside === 'delText') place.hidden += text
  else if (place.isHiddenRun || place.isHiddenParagraph) {
    note(notes, 'hidden-text', { ...spotOf(place), passage: text })
    place.hidden += text
  } else if (place.isWhiteRun && !place.hasShade) {
    note(notes, 'hidden-text', { ...spotOf(place), passage: text }, 'white')
    place.hidden += text
  } else place.seen += text
}

function endParagraph(place: Place, notes: Notes): void {
  const spot = spotOf(place)
  if (place.isComment && place.seen !== '') note(notes, 'comments', { ...spot, passage: place.seen })
  noteText(notes, { ...spot, text: place.seen, isHidden: place.isComment })
  noteText(notes, { ...spot, text: place.hidden, isHidden: true })
  ;[place.seen, place.hidden, place.isHiddenParagraph] = ['', '', false]
}

function spotOf(place: Place): Spot {
  return place.part === 'document' ? { by: 'paragraph', name: String(place.paragraph) } : { by: 'part', name: place.part }
}
