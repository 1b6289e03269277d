import { strToU8, unzipSync, zipSync } from 'fflate'
import { spellingsOf } from '../../src/features/reports/sheets/make-empty-sheet.ts'
import { columns, type Column } from '../../src/features/reports/sheets/heading.ts'
import type { Site } from '../../src/platform/site.ts'
import { writeSheet } from '../../src/platform/sheets/write-sheet.ts'

/** The cells of one row, every other cell as it should be. */
export type Cells = Partial<Record<Column, string>>

/** A sheet of figures as its rows are read: the headings, and a row for each of these. */
export function figureRows(site: Site, ...rows: Cells[]): string[][] {
  const usual: Cells = { 'figure-code': 'phone-enquiries', period: '2026-Q1', number: '12', evidence: '来电登记表' }
  const spellings = spellingsOf(site.words)
  return [
    columns.map((column) => spellings[column][0] ?? ''),
    ...rows.map((row) => columns.map((column) => ({ ...usual, ...row })[column] ?? '')),
  ]
}

/** Rows as a workbook. */
export function workbookOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const cells = rows.map((row) => row.map((text) => ({ text })))
  return writeSheet('x', cells, 'xlsx')
}

/** A workbook with its sheet changed as it is written inside the file. */
export function changed(workbook: Uint8Array, change: (xml: string) => string, sheet = 'xl/worksheets/sheet1.xml'): Buffer {
  const files = unzipSync(workbook)
  return Buffer.from(zipSync({ ...files, [sheet]: strToU8(change(Buffer.from(files[sheet] ?? []).toString('utf8'))) }))
}

/** A workbook with so many rows that look alike. */
export async function workbookWithRows(count: number): Promise<Buffer> {
  const cells = (row: number) => [...'ABCDEFGH'].map((at) => `<c r="${at}${row}" t="inlineStr"><is><t>应急管理局</t></is></c>`).join('')
  const rows = Array.from({ length: count }, (_, at) => `<row r="${at + 1}">${cells(at + 1)}</row>`).join('')
  return changed(await workbookOf([['x']]), (xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`))
}
