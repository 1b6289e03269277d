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
  return kind === 'xlsx' ? writeWorkbook(name, rows, widths) : writeText(rows)
}

export const sheetTypes: Record<SheetKind, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

async function writeWorkbook(name: string, rows: readonly (readonly (SheetCell | null)[])[], widths: readonly number[]): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node')
  const cells = rows.map((row) => row.map((cell) => (cell === null ? null : workbookCell(cell))))
  const frozen = rows.findIndex((row) => row.every((cell) => cell?.isHead !== true && cell !== null))
  const written = write(cells, {
    sheet: name.slice(0, 31),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: Math.max(1, frozen),
  })
  return written.toBuffer()
}

function workbookCell({ text, columns, rows, isHead }: SheetCell) {
  return {
    value: text,
    type: String,
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
