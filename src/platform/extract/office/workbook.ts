import type { Entries } from '../read-zip.ts'
import { attribute, isOn, readXml, xmlText } from '../read-xml.ts'
import { relationsOf } from './relations.ts'

/** One sheet of a workbook, in the order of its tabs. */
export interface Sheet {
  name: string
  /** The id of its relation, by which the workbook names its part. */
  relation: string
  path: string
  isHidden: boolean
}

/** The part that holds the list of sheets. */
export function workbookPath(entries: Entries): string {
  return relationsOf(entries, '').find((one) => one.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
}

/** The sheets of a workbook, hidden ones among them. */
export function sheetsOf(entries: Entries): Sheet[] {
  const path = workbookPath(entries)
  const relations = relationsOf(entries, path)
  const sheets: Sheet[] = []
  for (const piece of readXml(xmlText(entries.get(path) ?? Buffer.from('')))) {
    if (piece.kind !== 'open' || piece.name !== 'sheet') continue
    const relation = attribute(piece, ':id') ?? ''
    const target = relations.find((one) => one.id === relation)?.target ?? ''
    const state = attribute(piece, 'state') ?? 'visible'
    sheets.push({ name: attribute(piece, 'name') ?? '', relation, path: target, isHidden: state !== 'visible' })
  }
  return sheets
}

/** The shared texts of a workbook, by their number. */
export function sharedTexts(entries: Entries): string[] {
  const bytes = entries.get('xl/sharedStrings.xml')
  if (bytes === undefined) return []
  const texts: string[] = []
  let text = ''
  let inside = ''
  for (const piece of readXml(xmlText(bytes))) {
    if (piece.kind === 'open') {
      inside = piece.name
      if (piece.name === 'si') text = ''
    } else if (piece.kind === 'close') {
      inside = ''
      if (piece.name === 'si') texts.push(text)
    } else if (inside === 't') text += piece.body
  }
  return texts
}

/** Cell styles by number: whether what they show is white on nothing, or nothing at all. */
export function unseenStyles(entries: Entries): Set<number> {
  const bytes = entries.get('xl/styles.xml')
  const unseen = new Set<number>()
  if (bytes === undefined) return unseen
  const [emptyFormats, whiteFonts] = [new Set<string>(), new Set<string>()]
  let list = ''
  let [font, style] = [-1, -1]
  for (const piece of readXml(xmlText(bytes))) {
    if (piece.kind !== 'open') continue
    const { name } = piece
    if (['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'].includes(name)) list = name
    else if (name === 'numFmt' && attribute(piece, 'formatCode') === ';;;') emptyFormats.add(attribute(piece, 'numFmtId') ?? '')
    else if (name === 'font' && list === 'fonts') font++
    else if (name === 'color' && list === 'fonts' && isWhite(attribute(piece, 'rgb'), attribute(piece, 'theme')))
      whiteFonts.add(String(font))
    else if (name === 'xf' && list === 'cellXfs') {
      style++
      const isWhiteOnNothing = whiteFonts.has(attribute(piece, 'fontId') ?? '') && (attribute(piece, 'fillId') ?? '0') === '0'
      if (emptyFormats.has(attribute(piece, 'numFmtId') ?? '') || isWhiteOnNothing) unseen.add(style)
    }
  }
  return unseen
}

function isWhite(rgb: string | undefined, theme: string | undefined): boolean {
  return rgb?.toUpperCase().endsWith('FFFFFF') === true || (rgb === undefined && theme === '0')
}

/** Which columns a sheet hides, as spans of numbers from 1. */
export function hiddenSpans(xml: string): { first: number; last: number }[] {
  const spans: { first: number; last: number }[] = []
  for (const piece of readXml(xml)) {
    if (piece.kind !== 'open') continue
    if (piece.name === 'sheetData') break
    if (piece.name !== 'col' || !(isHiddenRow(attribute(piece, 'hidden')) || attribute(piece, 'width') === '0')) continue
    spans.push({ first: Number(attribute(piece, 'min')), last: Number(attribute(piece, 'max')) })
  }
  return spans
}

/** Is the attribute there, and true? */
export function isHiddenRow(hidden: string | undefined): boolean {
  return hidden !== undefined && isOn(hidden)
}

/** The number of a column from the name of a cell: `AB12` is in column 28. */
export function columnOf(cell: string): number {
  let number = 0
  for (const letter of /^[A-Z]+/.exec(cell)?.[0] ?? '') number = number * 26 + letter.charCodeAt(0) - 64
  return number
}
