import type { Lang } from '../../kernel/translate.ts'
import { printPaper, type Paper } from './print-paper.ts'
import { titleLines, widthsOf, type PaperCell, type ReportPaper, type ReportTable } from './report.ts'

/**
 * A report with its tables as a PDF (PDF/UA-1): merged cells as they are given, heads repeated where a table goes on. The same report
 * gives the same bytes. Throws a RangeError for a table whose cells do not fit together, and PressBusy.
 */
export async function writeReport({ lang, at, sections, ...words }: ReportPaper): Promise<Paper> {
  const set = sections.map((section) => ({ ...section, tables: section.tables.map((table) => tableContent(table, lang)) }))
  return printPaper({ template: 'report', at, content: { lang, ...words, 'title-lines': titleLines({ lang, ...words }), sections: set } })
}

function tableContent(table: ReportTable, lang: Lang): Record<string, unknown> {
  const { name, head, rows } = table
  return {
    name,
    widths: widthsOf(table, lang),
    head: head.map((row) => row.map(cellContent)),
    rows: rows.map((row) => row.map(cellContent)),
  }
}

function cellContent({ text, columns = 1, rows = 1, isHead = false, isNumber = false }: PaperCell): Record<string, unknown> {
  return { text, columns, rows, 'is-head': isHead, 'is-number': isNumber }
}
