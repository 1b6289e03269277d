import type { Said } from './counts.ts'

/** A name in both languages. */
export interface Named {
  nameZh: string
  nameEn: string
}

/** What a cell counts: things, or money in 10,000 yuan (万元), which may have decimals. */
export const measures = ['count', 'money-10k'] as const

export type Measure = (typeof measures)[number]

/** Whose report it is: a department's, a government's, or a town's or sub-district's. */
export const unitKinds = ['department', 'government', 'town'] as const

export type UnitKind = (typeof unitKinds)[number]

/** A column. `heading` stands above several; `measure` overrules the row's; `isSigned`: may be below zero, as more or fewer. */
export interface Column extends Named {
  code: string
  counts?: Said | undefined
  heading?: Named | undefined
  measure?: Measure | undefined
  isTotal?: boolean | undefined
  isSigned?: boolean | undefined
}

/** A row, with the headings that stand above it, outermost first. */
export interface Row extends Named {
  code: string
  counts?: Said | undefined
  measure: Measure
  headings: Named[]
  isTotal?: boolean | undefined
}

/** Rows of a table that share their columns; every row has all of them. */
export interface Block {
  name?: Named | undefined
  columns: Column[]
  rows: Row[]
}

export interface Table extends Named {
  code: string
  /** The numeral of the section in which it stands. */
  section: string
  blocks: Block[]
}

/** The last day for publishing, as `MM-DD` of the year after the one reported on. */
export interface Deadline {
  kinds: UnitKind[]
  by: string
  basisZh: string
  basisEn: string
}

/** An edition of the annual report. `years`: the years reported on, both inclusive. `blanks`: how a blank cell is judged. */
export interface AnnualForm extends Named {
  id: string
  years: { from: number; until?: number | undefined }
  basisZh: string
  basisEn: string
  confidence: 'certain' | 'likely'
  blanks: 'error' | 'warning'
  noteZh?: string | undefined
  noteEn?: string | undefined
  /** `isJudgement`: no figure can say it, so people must (OGI-2019 art. 50): the section on problems. */
  sections: (Named & { numeral: string; isJudgement?: true | undefined })[]
  tables: Table[]
  deadlines: Deadline[]
}

/** A cell of a form; its address is the codes of table, row and column: `t2/3.1/person`. */
export interface Cell {
  address: string
  table: Table
  row: Row
  column: Column
  measure: Measure
  /** What its row and its column say together of the records behind it. */
  counts: Said
  /** The sum of others: its row or its column is a total. */
  isTotal: boolean
  isSigned: boolean
}

/** The form of a year reported on; undefined for a year before the first. */
export function formOfYear(forms: readonly AnnualForm[], year: number): AnnualForm | undefined {
  return forms.find(({ years }) => years.from <= year && year <= (years.until ?? year))
}

/** The numeral of the section in which people must say something; '' where the form has none. */
export function judgementSection(form: Pick<AnnualForm, 'sections'>): string {
  return form.sections.find(({ isJudgement }) => isJudgement === true)?.numeral ?? ''
}

/** Every cell of a form, in the order in which it is printed. A form never changes, so its cells are laid out once. */
export function cellsOf(form: AnnualForm): readonly Cell[] {
  const cells = laidOut.get(form) ?? layOut(form)
  laidOut.set(form, cells)
  return cells
}

/** The rows of a table in order; none where the form has no such table. */
export function rowsOf(form: AnnualForm, table: string): Row[] {
  return form.tables.filter(({ code }) => code === table).flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows))
}

/** The columns of the first block of a table: all of table 2 and of table 3. */
export function columnsOf(form: AnnualForm, table: string): Column[] {
  return form.tables.find(({ code }) => code === table)?.blocks[0]?.columns ?? []
}

const laidOut = new WeakMap<AnnualForm, readonly Cell[]>()

function layOut(form: AnnualForm): Cell[] {
  return form.tables.flatMap((table) =>
    table.blocks.flatMap(({ rows, columns }) => rows.flatMap((row) => columns.map((column) => cellAt(table, row, column)))),
  )
}

function cellAt(table: Table, row: Row, column: Column): Cell {
  return {
    address: `${table.code}/${row.code}/${column.code}`,
    table,
    row,
    column,
    measure: column.measure ?? row.measure,
    counts: { ...row.counts, ...column.counts },
    isTotal: row.isTotal === true || column.isTotal === true,
    isSigned: column.isSigned === true,
  }
}
