import type { Lang } from '../../../kernel/translate.ts'
import type { Translate, WordKey } from '../../../kernel/words.ts'
import type { PaperCell, ReportTable } from '../../../platform/paper/report.ts'
import type { AnnualForm, Block, Column, Named, Row, Table } from './form.ts'
import { sayCell, type Told } from './told.ts'
import { headed } from './heading.ts'

/** In whose language a report is set. */
export interface PaperReader {
  t: Translate
  lang: Lang
}

/**
 * The statutory tables of a form with their figures, merged as the national form has them: heads over several columns, headings beside
 * several rows. The blocks of a table come under each other. A blank stays blank, and a number that was entered by hand says so.
 */
export function layOutTables(reader: PaperReader, form: AnnualForm, told: Told): (ReportTable & { table: Table })[] {
  return form.tables.map((table) => {
    const name = headed(reader, table)
    if (table.blocks.length > 1) return { table, name, head: [], rows: layBelow(reader, table, told) }
    const [block] = table.blocks
    if (block === undefined) return { table, name, head: [], rows: [] }
    // Its fifteen figures stand in one row of the national form; English words do not fit over columns so narrow.
    if (table.code === 't3' && reader.lang === 'zh') return { table, name, ...layAcross(reader, table, block, told) }
    const depth = depthOf(block)
    return { table, name, head: headOf(reader, table, block, depth), rows: rowsOf(reader, table, block, told, depth) }
  })
}

const corners: Record<string, WordKey> = {
  t0: 'reports.paper.corner.t0',
  t1: 'reports.paper.corner.t1',
  t2: 'reports.paper.corner.t2',
  t3: 'reports.paper.corner.t3',
}

/** Columns that stand before the figures: those of the headings, and that of the names. */
function depthOf({ rows }: Block): number {
  return 1 + Math.max(0, ...rows.map(({ headings }) => headings.length))
}

/** The blocks as parts of one table; the last column of a part with fewer of them is as wide as those that it lacks. */
function layBelow(reader: PaperReader, table: Table, told: Told): PaperCell[][] {
  const most = Math.max(...table.blocks.map(({ columns }) => columns.length))
  const depth = Math.max(...table.blocks.map(depthOf))
  return table.blocks.flatMap((block) => {
    const wide = (row: PaperCell[]) => row.map((cell, at) => (at === row.length - 1 ? over(cell, 1 + most - block.columns.length) : cell))
    const named = block.name === undefined ? [] : [[{ text: headed(reader, block.name), columns: depth + most, isHead: true }]]
    return [...named, ...[...headOf(reader, table, block, depth), ...rowsOf(reader, table, block, told, depth)].map(wide)]
  })
}

/** The corner, and the columns below their common headings. */
function headOf(reader: PaperReader, table: Table, { columns }: Block, depth: number): PaperCell[][] {
  const hasHeadings = columns.some(({ heading }) => heading !== undefined)
  const isOfApplicants = table.code === 't2'
  const high = (hasHeadings ? 2 : 1) + (isOfApplicants ? 1 : 0)
  const key = corners[table.code]
  const corner = tall(over({ text: key === undefined ? '' : reader.t(key), isHead: true }, depth), high)
  const applicants = over({ text: reader.t('reports.paper.applicants'), isHead: true }, columns.length)
  const first = runsOf(columns, ({ heading }) => heading?.nameZh).map((run) => {
    const [column] = run
    const isAlone = column?.heading === undefined
    const text = column === undefined ? '' : headed(reader, column.heading ?? column)
    return isAlone ? tall({ text, isHead: true }, hasHeadings ? 2 : 1) : over({ text, isHead: true }, run.length)
  })
  const second = columns.filter(({ heading }) => heading !== undefined).map((column) => ({ text: headed(reader, column), isHead: true }))
  const heads = isOfApplicants ? [[corner, applicants], first] : [[corner, ...first]]
  return hasHeadings ? [...heads, second] : heads
}

function rowsOf(reader: PaperReader, table: Table, { columns, rows }: Block, told: Told, depth: number): PaperCell[][] {
  return rows.map((row, at) => {
    const headings = row.headings.flatMap((heading, level) => {
      if (at > 0 && isBelow(rows[at - 1], row, level)) return []
      const end = rows.findIndex((other, n) => n > at && !isBelow(other, row, level))
      return [tall({ text: headed(reader, heading) }, (end < 0 ? rows.length : end) - at)]
    })
    const name = over({ text: headed(reader, withoutHeading(row)) }, depth - row.headings.length)
    return [...headings, name, ...columns.map((column) => figure(table, row, column, told))]
  })
}

/** English names of rows begin with the heading that stands beside them on paper: `withheld: state secret`. */
function withoutHeading({ headings, nameZh, nameEn }: Row): Named {
  const before = `${headings.at(-1)?.nameEn}: `
  return { nameZh, nameEn: nameEn.startsWith(before) ? nameEn.slice(before.length) : nameEn }
}

/** Whether a row stands below the same headings as another, down to a level. */
function isBelow(one: Row | undefined, other: Row, level: number): boolean {
  return other.headings.slice(0, level + 1).every((heading, at) => one?.headings[at]?.nameZh === heading.nameZh)
}

/** The rows beside each other: their headings, their names, and below each its columns. */
function layAcross(reader: PaperReader, table: Table, { columns, rows }: Block, told: Told): Pick<ReportTable, 'head' | 'rows'> {
  const head = (text: string, across: number, down = 1) => tall(over({ text, isHead: true }, across), down)
  const above = runsOf(rows, ({ headings }) => headings[0]?.nameZh).map((run) => {
    const heading = run[0]?.headings[0]
    const own = heading ?? run[0]
    return head(own === undefined ? '' : headed(reader, own), run.length * columns.length, heading === undefined ? 2 : 1)
  })
  const names = rows.filter(({ headings }) => headings.length > 0).map((row) => head(headed(reader, row), columns.length))
  const below = rows.flatMap(() => columns.map((column) => head(headed(reader, column), 1)))
  return { head: [above, names, below], rows: [rows.flatMap((row) => columns.map((column) => figure(table, row, column, told)))] }
}

/** Neighbours with the same heading together; what has none stands alone. */
function runsOf<T>(all: readonly T[], headingOf: (one: T) => string | undefined): T[][] {
  const runs: T[][] = []
  for (const one of all) {
    const last = runs.at(-1)
    const before = last?.[0]
    const heading = headingOf(one)
    if (last !== undefined && before !== undefined && heading !== undefined && headingOf(before) === heading) last.push(one)
    else runs.push([one])
  }
  return runs
}

function figure(table: Table, row: Row, column: Column, told: Told): PaperCell {
  return { text: sayCell(told, `${table.code}/${row.code}/${column.code}`), isNumber: true }
}

function over(cell: PaperCell, columns: number): PaperCell {
  return columns === 1 ? cell : { ...cell, columns }
}

function tall(cell: PaperCell, rows: number): PaperCell {
  return rows === 1 ? cell : { ...cell, rows }
}
