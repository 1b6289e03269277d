import { placesOf, widthsOf } from '../../../platform/paper/report.ts'
import { writeWorkbook as writeSheets } from '../../../platform/sheets/write-sheet.ts'
import { layOutTables, type PaperReader } from './lay-out-tables.ts'
import type { PaperInput } from './lay-out-paper.ts'

/** The tables of a report as a workbook, a sheet each, merged as on paper; figures are numbers, and a blank is an empty cell. */
export async function writeWorkbook(reader: PaperReader, { form, cells }: Pick<PaperInput, 'form' | 'cells'>): Promise<Buffer> {
  return writeSheets(
    layOutTables(reader, form, cells).map((table) => ({
      name: table.name,
      rows: placesOf([...table.head, ...table.rows]).map((row) =>
        row.map(({ cell, isFirstRow, isFirstColumn }) => (isFirstRow && isFirstColumn ? cell : null)),
      ),
      widths: widthsOf(table, reader.lang).map((share) => Math.max(8, Math.round(share * sheetWidth))),
    })),
  )
}

/** Characters beside each other in a sheet as wide as a screen. */
const sheetWidth = 120
