import { note, noteText, type Notes, type Spot } from '../look.ts'
import type { Entries } from '../read-zip.ts'
import { attribute, isOn, readXml, xmlText } from '../read-xml.ts'
import { lookIntoPackage } from './look-into-package.ts'
import { relationsOf } from './relations.ts'

/** One slide of a presentation, in the order of showing. */
export interface Slide {
  number: number
  relation: string
  path: string
  isHidden: boolean
}

/** The part that holds the list of slides. */
export function presentationPath(entries: Entries): string {
  return relationsOf(entries, '').find((one) => one.type === 'officeDocument')?.target ?? 'ppt/presentation.xml'
}

/** The slides of a presentation, hidden ones among them. */
export function slidesOf(entries: Entries): Slide[] {
  const path = presentationPath(entries)
  const relations = relationsOf(entries, path)
  const slides: Slide[] = []
  for (const piece of readXml(xmlText(entries.get(path) ?? Buffer.from('')))) {
    if (piece.kind !== 'open' || piece.name !== 'sldId') continue
    const relation = attribute(piece, ':id') ?? ''
    const target = relations.find((one) => one.id === relation)?.target ?? ''
    slides.push({ number: slides.length + 1, relation, path: target, isHidden: isNotShown(entries.get(target)) })
  }
  return slides
}

function isNotShown(bytes: Buffer | undefined): boolean {
  if (bytes === undefined) return false
  const [root] = readXml(xmlText(bytes))
  const show = root && attribute(root, 'show')
  return show !== undefined && !isOn(show)
}

/** A PowerPoint file: the text of its slides, and what an audience does not see. */
export async function lookIntoSlides(entries: Entries, notes: Notes): Promise<void> {
  await lookIntoPackage(entries, notes)
  for (const slide of slidesOf(entries)) {
    const spot: Spot = { by: 'slide', name: String(slide.number) }
    if (slide.isHidden) note(notes, 'hidden-slide', spot)
    const bytes = entries.get(slide.path)
    if (bytes !== undefined) readShapes(xmlText(bytes), spot, slide.isHidden, notes)
    for (const { type, target } of relationsOf(entries, slide.path)) {
      const beside = entries.get(target)
      if (beside === undefined) continue
      const words = type === 'notesSlide' ? noteWords(xmlText(beside)) : type === 'comments' ? commentWords(xmlText(beside)) : ''
      if (words.trim() === '') continue
      note(notes, type === 'notesSlide' ? 'speaker-notes' : 'comments', { ...spot, passage: words })
      noteText(notes, { ...spot, text: words, isHidden: true })
    }
  }
}

function readShapes(xml: string, spot: Spot, isHiddenSlide: boolean, notes: Notes): void {
  let [inside, text, isHiddenShape] = ['', '', false]
  for (const piece of readXml(xml)) {
    if (piece.kind === 'open') {
      inside = piece.name
      if (piece.name === 'cNvPr') isHiddenShape = attribute(piece, 'hidden') !== undefined && isOn(attribute(piece, 'hidden'))
    } else if (piece.kind === 'text') {
      if (inside === 't') text += piece.body
    } else if (piece.name === 'p' && text !== '') {
      if (isHiddenShape) note(notes, 'hidden-text', { ...spot, passage: text })
      noteText(notes, { ...spot, text, isHidden: isHiddenSlide || isHiddenShape })
      text = ''
    } else if (piece.name === 'sp') isHiddenShape = false
  }
}

/** The words of a notes page, without the number of the slide that stands there by itself. */
function noteWords(xml: string): string {
  let [inside, text, isField] = ['', '', false]
  for (const piece of readXml(xml)) {
    if (piece.kind === 'open') {
      inside = piece.name
      if (piece.name === 'fld') isField = true
    } else if (piece.kind === 'close') {
      if (piece.name === 'fld') isField = false
      inside = ''
    } else if (inside === 't' && !isField) text += `${piece.body} `
  }
  return text
}

function commentWords(xml: string): string {
  let [inside, text] = ['', '']
  for (const piece of readXml(xml)) {
    if (piece.kind === 'open') inside = piece.name
    else if (piece.kind === 'text' && (inside === 'text' || inside === 't')) text += `${piece.body} `
  }
  return text
}
