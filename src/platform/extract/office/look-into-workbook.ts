import { note, noteText, type Notes } from '../look.ts'
import type { Entries } from '../read-zip.ts'
import { attribute, readXml, xmlText, type Piece } from '../read-xml.ts'
import { lookIntoPackage, textIn } from './look-into-package.ts'
import { relationsOf } from './relations.ts'
import { columnOf, hiddenSpans, isHiddenRow, sharedTexts, sheetsOf, unseenStyles, type Sheet } from './workbook.ts'

/** An Excel file: the text of its cells, and what its sheets do not show. */
export async function lookIntoWorkbook(entries: Entries, notes: Notes): Promise<void> {
  await lookIntoPackage(entries, notes)
  const [texts, unseen] = [sharedTexts(entries), unseenStyles(entries)]
  for (const sheet of sheetsOf(entries)) {
    if (sheet.isHidden) note(notes, 'hidden-sheet', { by: 'sheet', name: sheet.name })
    const bytes = entries.get(sheet.path)
    if (bytes !== undefined) readSheet(xmlText(bytes), { sheet, texts, unseen, notes })
    lookBesideSheet(entries, sheet, notes)
  }
  for (const path of entries.keys()) {
    const spot = { by: 'part' as const, name: path }
    if (path.startsWith('xl/revisions/revisionLog')) note(notes, 'tracked-changes', spot, 'format')
    else if (/^xl\/(externalLinks\/[^/]+|connections|queryTables\/[^/]+)\.xml$/.test(path)) note(notes, 'external-link', spot)
    else if (path.startsWith('xl/pivotCache/pivotCacheRecords')) note(notes, 'pivot-cache', spot)
  }
}

interface Reading {
  sheet: Sheet
  texts: readonly string[]
  unseen: ReadonlySet<number>
  notes: Notes
}

interface Cell {
  name: string
  type: string
  isUnseen: boolean
  value: string
}

function readSheet(xml: string, reading: Reading): void {
  const spans = hiddenSpans(xml)
  const { sheet, notes } = reading
  let inside = ''
  let cell: Cell | undefined
  const row = { isHidden: false, number: '', seen: [] as Cell[], hidden: [] as Cell[] }
  for (const piece of readXml(xml)) {
    if (piece.kind === 'open') {
      inside = piece.name
      if (piece.name === 'row') {
        row.isHidden = isHiddenRow(attribute(piece, 'hidden')) || attribute(piece, 'ht') === '0'
        row.number = attribute(piece, 'r') ?? ''
      } else if (piece.name === 'c') cell = cellOf(piece, reading)
      else if (piece.name === 'f') note(notes, 'formulas', { by: 'cell', name: `${sheet.name}!${cell?.name ?? ''}` })
      else if (piece.name === 'mergeCell')
        note(notes, 'merged-cells', { by: 'cell', name: `${sheet.name}!${attribute(piece, 'ref') ?? ''}` })
    } else if (piece.kind === 'text') {
      if (cell !== undefined && (inside === 'v' || inside === 't')) cell.value += piece.body
      else if (/^(odd|even|first)(Header|Footer)$/.test(inside))
        noteText(notes, { by: 'sheet', name: sheet.name, text: piece.body, isHidden: sheet.isHidden })
    } else {
      inside = ''
      if (piece.name === 'c' && cell !== undefined) {
        keepCell(cell, row, spans, reading)
        cell = undefined
      } else if (piece.name === 'row') endRow(row, reading)
    }
  }
}

function cellOf(piece: Piece, { unseen }: Reading): Cell {
  const isUnseen = unseen.has(Number(attribute(piece, 's') ?? -1))
  return { name: attribute(piece, 'r') ?? '', type: attribute(piece, 't') ?? '', isUnseen, value: '' }
}

type Row = { isHidden: boolean; number: string; seen: Cell[]; hidden: Cell[] }

function keepCell(cell: Cell, row: Row, spans: readonly { first: number; last: number }[], { sheet, texts, notes }: Reading): void {
  const value = cell.type === 's' ? (texts[Number(cell.value)] ?? '') : plainNumber(cell.value)
  if (value.trim() === '') return
  const spot = { by: 'cell' as const, name: `${sheet.name}!${cell.name}`, passage: value }
  const column = columnOf(cell.name)
  const isInHiddenColumn = spans.some((span) => column >= span.first && column <= span.last)
  if (!sheet.isHidden) {
    if (isInHiddenColumn) note(notes, 'hidden-columns', spot)
    else if (row.isHidden) note(notes, 'hidden-rows', spot)
    else if (cell.isUnseen) note(notes, 'hidden-text', spot, 'white')
  }
  const isHidden = sheet.isHidden || row.isHidden || isInHiddenColumn || cell.isUnseen
  ;(isHidden ? row.hidden : row.seen).push({ ...cell, value })
}

/** Long numbers stand in some files as `1.3812345678E10`: as people see them they are telephones. */
function plainNumber(value: string): string {
  return /^-?\d(\.\d+)?E\+?\d+$/i.test(value) ? String(Number(value)) : value
}

function endRow(row: Row, { sheet, notes }: Reading): void {
  for (const [cells, isHidden] of [
    [row.seen, false],
    [row.hidden, true],
  ] as const) {
    const names = cells.map((cell) => `${sheet.name}!${cell.name}`)
    noteText(notes, {
      by: 'cell',
      name: names[0] ?? '',
      text: cells.map((cell) => cell.value.replace(/\t/g, ' ')).join('\t'),
      isHidden,
      cells: names,
    })
  }
  ;[row.seen, row.hidden] = [[], []]
}

/** Comments and the words on drawings of a sheet stand in parts of their own. */
function lookBesideSheet(entries: Entries, sheet: Sheet, notes: Notes): void {
  for (const { type, target, isExternal } of relationsOf(entries, sheet.path)) {
    const bytes = isExternal ? undefined : entries.get(target)
    if (bytes === undefined) continue
    if (type === 'comments' || type === 'threadedComment') readComments(xmlText(bytes), sheet, notes)
    else if (type === 'drawing') noteText(notes, { by: 'sheet', name: sheet.name, text: textIn(xmlText(bytes)), isHidden: sheet.isHidden })
  }
}

function readComments(xml: string, sheet: Sheet, notes: Notes): void {
  let [name, text] = ['', '']
  let inside = ''
  for (const piece of readXml(xml)) {
    if (piece.kind === 'open') {
      inside = piece.name
      if (piece.name === 'comment' || piece.name === 'threadedComment')
        [name, text] = [`${sheet.name}!${attribute(piece, 'ref') ?? ''}`, '']
    } else if (piece.kind === 'text') {
      if (inside === 't' || inside === 'text') text += piece.body
    } else if (piece.name === 'comment' || piece.name === 'threadedComment') {
      note(notes, 'comments', { by: 'cell', name, passage: text })
      noteText(notes, { by: 'cell', name, text, isHidden: true })
    } else inside = ''
  }
}
