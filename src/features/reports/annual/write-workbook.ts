import { placesOf, widthsOf, type PaperCell } from '../../../platform/paper/report.ts'
import { writeWorkbook as writeSheets } from '../../../platform/sheets/write-sheet.ts'
import { handLine } from '../figures/mark.ts'
import { cellsOf, type AnnualForm, type Table } from './form.ts'
import { layOutTables, type PaperReader } from './lay-out-tables.ts'
import type { PaperInput } from './lay-out-paper.ts'
import { sayCell, type Told } from './told.ts'

/**
 * The tables of a report as a workbook, a sheet each, merged as on paper; figures are numbers, and a blank is an empty cell. Numbers that
 * were entered by hand, or of which the source says "over", are named below their table.
 */
export async function writeWorkbook(
  reader: PaperReader,
  { form, cells, marks }: Pick<PaperInput, 'form' | 'cells' | 'marks'>,
): Promise<Buffer> {
  return writeSheets(
    layOutTables(reader, form, { cells }).map((table) => ({
      name: table.name,
      rows: [
        ...placesOf([...table.head, ...table.rows]).map((row) =>
          row.map(({ cell, isFirstRow, isFirstColumn }) => (isFirstRow && isFirstColumn ? cell : null)),
        ),
        ...markedRows(reader, form, table.table, { cells, marks }),
      ],
      widths: widthsOf(table, reader.lang).map((share) => Math.max(8, Math.round(share * sheetWidth))),
    })),
  )
}

/** Characters beside each other in a sheet as wide as a screen. */
const sheetWidth = 120

function markedRows({ t, lang }: PaperReader, form: AnnualForm, table: Table, told: Told): PaperCell[][] {
  const marked = cellsOf(form).filter((cell) => cell.table.code === table.code && told.marks?.has(cell.address) === true)
  const said = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) => (lang === 'zh' ? nameZh : nameEn)
  const rows = marked.map((cell) => [{ text: `${said(cell.row)} / ${said(cell.column)}` }, { text: sayCell(told, cell.address) }])
  const line = handLine(
    t,
    marked.flatMap(({ address }) => told.marks?.get(address) ?? []),
  )
  return [...rows, ...line.map((text) => [{ text }])]
}
