import type { SheetCell, SheetKind } from './sheet.ts'

/**
 * Rows as a file that spreadsheet programs open: a workbook with one sheet, or text set apart by commas, with the mark by which they know
 * its encoding. `null` is a cell that another one covers. No text is ever taken for a formula.
 */
export async function writeSheet(
  name: string,
  rows: readonly (readonly (SheetCell | null)[])[],
  kind: SheetKind,
  widths: readonly number[] = [],
): Promise<Buffer> {
  return kind === 'xlsx' ? writeWorkbook([{ name, rows, widths }]) : writeText(rows)
}

export const sheetTypes: Record<SheetKind, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** Sheets of a workbook, in their order. */
export interface NamedSheet {
  name: string
  rows: readonly (readonly (SheetCell | null)[])[]
  widths: readonly number[]
}

/** Several sheets as one workbook. Throws for two of the same name. */
export async function writeWorkbook(sheets: readonly NamedSheet[]): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node')
  return write(sheets.map(workbookSheet)).toBuffer()
}

function workbookSheet({ name, rows, widths }: NamedSheet) {
  const frozen = rows.findIndex((row) => row.every((cell) => cell?.isHead !== true && cell !== null))
  return {
    data: rows.map((row) => row.map((cell) => (cell === null ? null : workbookCell(cell)))),
    sheet: name.replace(/[\\/?*:[\]]/g, ' ').slice(0, 31),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: Math.max(1, frozen),
  }
}

function workbookCell({ text, columns, rows, isHead, isNumber }: SheetCell) {
  const isFigure = isNumber === true && text !== '' && Number.isFinite(Number(text))
  return {
    ...(isFigure ? { value: Number(text), type: Number } : { value: text, type: String }),
    wrap: true,
    alignVertical: 'top' as const,
    ...(columns === undefined ? {} : { columnSpan: columns }),
    ...(rows === undefined ? {} : { rowSpan: rows }),
    ...(isHead ? { fontWeight: 'bold' as const, align: 'center' as const } : {}),
  }
}

async function writeText(rows: readonly (readonly (SheetCell | null)[])[]): Promise<Buffer> {
  const { stringify } = await import('csv-stringify/sync')
  const texts = rows.map((row) => row.map((cell) => cell?.text ?? ''))
  return Buffer.from(stringify(texts, { bom: true, escape_formulas: true, record_delimiter: 'windows' }))
}
