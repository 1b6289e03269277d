import type { Lang } from '../../kernel/translate.ts'
import { placesOf, widthsOf, type Place, type ReportTable } from './report.ts'
import { element, paragraph, run } from './wordml.ts'

/** A table of a report in WordprocessingML, `width` twentieths of a point wide: its head stands on every page, and no row is cut. */
export function tableXml(table: ReportTable, lang: Lang, width: number): string {
  const widths = widthsOf(table, lang).map((share) => Math.round(share * width))
  const columns = widths.map((one) => element('w:gridCol', { 'w:w': one })).join('')
  const rows = placesOf([...table.head, ...table.rows]).map((places, at) => rowXml(places, widths, at < table.head.length))
  return `<w:tbl>${element('w:tblPr', {}, shapeXml(table.name, width))}<w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`
}

/** Hairlines; the columns stay as wide as they are told. */
function shapeXml(name: string, width: number): string {
  const line = (side: string) => element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '14213D' })
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')
  const room = (side: string, n: number) => element(`w:${side}`, { 'w:w': n, 'w:type': 'dxa' })
  return [
    element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
    element('w:jc', { 'w:val': 'center' }),
    `<w:tblBorders>${lines}</w:tblBorders>`,
    element('w:tblLayout', { 'w:type': 'fixed' }),
    `<w:tblCellMar>${room('top', 50)}${room('left', 50)}${room('bottom', 50)}${room('right', 50)}</w:tblCellMar>`,
    element('w:tblCaption', { 'w:val': name }),
  ].join('')
}

function rowXml(places: readonly Place[], widths: readonly number[], isHead: boolean): string {
  const cells = places.map((place, x) => (place.isFirstColumn ? cellXml(place, x, widths, isHead) : ''))
  return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`
}

/** A cell over several rows is there in each of them, empty but for the first. */
function cellXml({ cell, isFirstRow }: Place, x: number, widths: readonly number[], isHead: boolean): string {
  const { text, columns = 1, rows = 1, isNumber = false } = cell
  const width = widths.slice(x, x + columns).reduce((one, other) => one + other, 0)
  const style = isHead || cell.isHead ? 'CellHead' : isNumber ? 'CellNumber' : rows > 1 ? 'CellMiddle' : 'CellName'
  const shape = [
    element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    columns > 1 ? element('w:gridSpan', { 'w:val': columns }) : '',
    rows > 1 ? element('w:vMerge', { 'w:val': isFirstRow ? 'restart' : 'continue' }) : '',
    cell.isHead ? element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'F7F5F0' }) : '',
    element('w:vAlign', { 'w:val': 'center' }),
  ]
  return `<w:tc><w:tcPr>${shape.join('')}</w:tcPr>${paragraph(style, isFirstRow ? run(text) : '')}</w:tc>`
}
