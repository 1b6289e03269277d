import type { Lang } from '../../kernel/translate.ts'

/** A report on paper: what it says in order, and nothing of how it looks. All words are the caller's. */
export interface ReportPaper {
  lang: Lang
  /** The instant that the file bears as its own: the same report gives the same bytes. */
  at: Date
  title: string
  unit: string
  /** The day in words. */
  on: string
  sections: readonly ReportSection[]
  /** Lines behind the end, such as the cut-off and the fingerprint. */
  foot: readonly string[]
  /** `#` is the page and `%` all of them. */
  pages: string
}

export interface ReportSection {
  heading: string
  paragraphs: readonly string[]
  tables: readonly ReportTable[]
}

/** Half characters of a title that fit into one line of either file. */
const longestTitle = 36

/** The lines of a title: a long Chinese one breaks behind the name of the unit, never within a word of what the paper is. */
export function titleLines({ title, unit, lang }: Pick<ReportPaper, 'title' | 'unit' | 'lang'>): string[] {
  const breaks = lang === 'zh' && widthOf(title) > longestTitle && title.startsWith(unit) && title !== unit
  return breaks ? [unit, title.slice(unit.length)] : [title]
}

/** A table as rows of cells, each at the first place of its row that no cell reaches into. Every place must be taken. */
export interface ReportTable {
  name: string
  head: readonly (readonly PaperCell[])[]
  /** A row of heads alone opens a part of the table. */
  rows: readonly (readonly PaperCell[])[]
}

/** `columns`, `rows`: how far it reaches. */
export interface PaperCell {
  text: string
  columns?: number
  rows?: number
  isHead?: boolean
  isNumber?: boolean
}

/** A place of a table and the cell that takes it; `isFirst…`: the cell begins here. */
export interface Place {
  cell: PaperCell
  isFirstRow: boolean
  isFirstColumn: boolean
}

/** Every place of some rows, row by row. Throws a RangeError where cells leave one empty or reach over the edge. */
export function placesOf(rows: readonly (readonly PaperCell[])[]): Place[][] {
  const grid: Place[][] = rows.map(() => [])
  for (const [y, row] of rows.entries()) {
    let x = 0
    for (const cell of row) {
      while (grid[y]?.[x] !== undefined) x += 1
      fill(grid, cell, x, y)
    }
  }
  const width = grid[0]?.length ?? 0
  const odd = grid.findIndex((row) => row.length !== width || row.includes(undefined as never))
  if (odd !== -1) throw new RangeError(`row ${odd + 1} of a table does not fit: it has ${grid[odd]?.length} of ${width} places`)
  return grid
}

/** The shares of the width that the columns of a table take, together 1: numbers what they need, names more where there is room. */
export function widthsOf({ head, rows }: ReportTable, lang: Lang): number[] {
  const grid = placesOf([...head, ...rows])
  const columns = (grid[0] ?? []).map((_, x) => grid.flatMap((row) => row[x]?.cell ?? []))
  const holdNumbers = columns.map((cells) => cells.some(({ isNumber }) => isNumber === true))
  const numbers = holdNumbers.filter(Boolean).length
  const needs = columns.map((cells, x) => needOf(cells, holdNumbers[x] === true, numbers > fewColumns ? mostOfHead : Infinity))
  const wants = columns.map((cells, x) => (holdNumbers[x] ? 0 : wantOf(cells)))
  const left = lineLength[lang] - sum(needs)
  const longings = needs.map((need, x) => Math.max(0, (wants[x] ?? 0) - need))
  const factor = Math.max(0, Math.min(1, left / Math.max(1, sum(longings))))
  const grown = needs.map((need, x) => need + (longings[x] ?? 0) * factor)
  const rest = Math.max(0, lineLength[lang] - sum(grown)) / grown.length
  const widths = grown.map((width) => width + rest)
  return widths.map((width) => width / sum(widths))
}

/** Half characters that fit beside each other across a page, and those that a cell keeps free at its sides. */
const lineLength = { zh: 98, en: 120 }
const padding = 2
/** Beside more columns than these, a long word of a head is hyphenated. */
const fewColumns = 5
const mostOfHead = 12
/** A heading beside several rows has room for more lines. */
const mostOfHeading = 14

function needOf(cells: readonly PaperCell[], holdsNumbers: boolean, mostOfWord: number): number {
  const pieces = cells.map(({ text, columns = 1, isNumber }) => {
    if (columns > 1) return 0
    const piece = longestPiece(text)
    return holdsNumbers && isNumber !== true ? Math.min(mostOfWord, piece) : piece
  })
  return Math.max(holdsNumbers ? 4 : 8, ...pieces) + padding
}

function fill(grid: Place[][], cell: PaperCell, x: number, y: number): void {
  for (let down = 0; down < (cell.rows ?? 1); down += 1) {
    const row = grid[y + down]
    if (row === undefined) throw new RangeError(`a cell reaches below the last row of its table: ${cell.text}`)
    for (let along = 0; along < (cell.columns ?? 1); along += 1)
      row[x + along] = { cell, isFirstRow: down === 0, isFirstColumn: along === 0 }
  }
}

/** What a column of names would like: its longest text in one line. */
function wantOf(cells: readonly PaperCell[]): number {
  const own = cells.filter(({ columns = 1 }) => columns === 1)
  return Math.max(0, ...own.map(({ text, rows = 1 }) => Math.min(rows > 1 ? mostOfHeading : Infinity, widthOf(text)) + padding))
}

/** How wide a text is in half characters: those of Chinese are twice as wide as letters. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character > '\u2e80' ? 2 : 1), 0)
}

/** The longest piece that no line end may cut: a word or a number, or two Chinese characters. */
function longestPiece(text: string): number {
  const words = text.match(/[^\s\u2e80-\uffff-]+/g) ?? []
  return Math.min(16, Math.max(/[\u2e80-\uffff]/.test(text) ? 4 : 0, ...words.map((word) => word.length)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0)
}
