import type { Day } from '../../../kernel/day.ts'
import { entryRefusals, numberIn, type EntryRefusal } from '../entered/entry.ts'
import type { Period } from '../figures/period.ts'
import { asShown, isNegative, periodIn, truthIn } from './cell.ts'
import { plain, type Column, type Headings } from './heading.ts'

/** What is wrong with one cell. `row` is the number that a spreadsheet program shows; the heading says the column. */
export interface RowProblem {
  row: number
  column: Column
  problem:
    | EntryRefusal
    | ('unit-missing' | 'unit-unknown' | 'unit-out-of-reach' | 'unit-differs' | 'unit-not-then' | 'figure-missing' | 'figure-counted')
    | ('figure-differs' | 'value-negative' | 'at-least-unclear' | 'twice')
  /** What stands in the cell, shortened. */
  found: string
}

/** A unit that a sheet may name. */
export interface NamedUnit {
  id: number
  names: readonly string[]
  sinceOn: Day
  untilOn?: Day | undefined
  /** May whoever hands the sheet in enter its numbers? */
  isInReach: boolean
}

/** A figure that a sheet may name; only what no record counts may be entered. */
export interface NamedFigure {
  names: readonly string[]
  isCounted: boolean
  decimals: number
}

export interface Known {
  units: ReadonlyMap<string, NamedUnit>
  figures: ReadonlyMap<string, NamedFigure>
  today: Day
}

/** A row with a number, wholly understood. */
export interface ReadRow {
  row: number
  unitId: number
  figure: string
  period: Period
  value: number
  isAtLeast: boolean
  evidence: string
}

export interface Reading {
  rows: ReadRow[]
  /** How many rows have no number, and are passed over. */
  passed: number
  problems: RowProblem[]
}

type Cells = Record<Column, string>
type Tell = (column: Column, problem: RowProblem['problem'], found?: string) => void

/** Reads every row below the headings that has a number. A merged cell of the unit or the period holds for the rows that it covers. */
export function readRows(sheet: readonly (readonly string[])[], headings: Headings, known: Known): Reading {
  const reading: Reading = { rows: [], passed: 0, problems: [] }
  const firstOf = new Map<string, number>()
  let above: Pick<Cells, 'unit-code' | 'period'> = { 'unit-code': '', period: '' }
  sheet.slice(headings.firstRow).forEach((row, at) => {
    if (row.every((cell) => cell === '')) return
    const cells = cellsOf(row, headings)
    cells['unit-code'] ||= above['unit-code']
    cells.period ||= above.period
    above = cells
    if (cells.number === '') return void (reading.passed += 1)
    const number = headings.firstRow + at + 1
    const problems: RowProblem[] = []
    const tell: Tell = (column, problem, found = cells[column]) => {
      problems.push({ row: number, column, problem, found: found.slice(0, 60) })
    }
    const read = readRow(number, cells, known, tell)
    const key = read && `${read.unitId} ${read.figure} ${read.period.code}`
    const first = firstOf.get(key ?? '')
    if (first !== undefined) tell('figure-code', 'twice', String(first))
    else if (key !== undefined) firstOf.set(key, number)
    reading.problems.push(...problems)
    if (read !== undefined && problems.length === 0) reading.rows.push(read)
  })
  return reading
}

function cellsOf(row: readonly string[], { places }: Headings): Cells {
  const cell = (column: Column): string => (row[places.get(column) ?? -1] ?? '').trim()
  return {
    ...{ 'unit-code': cell('unit-code'), unit: cell('unit'), 'figure-code': cell('figure-code'), figure: cell('figure') },
    ...{ period: cell('period'), number: cell('number'), 'at-least': cell('at-least'), evidence: cell('evidence') },
  }
}

/** Tells everything that is wrong with a row; what it is known by answers even where its number is wrong, so that it is found twice. */
function readRow(row: number, cells: Cells, known: Known, tell: Tell): ReadRow | undefined {
  const period = periodIn(cells.period)
  const unit = unitIn(cells, known, period, tell)
  const code = plain(cells['figure-code'])
  const figure = figureIn(code, cells, known, tell)
  const text = asShown(cells.number)
  const decimals = figure?.decimals ?? mostDecimals
  for (const refusal of entryRefusals({ value: text, evidence: cells.evidence }, period, known.today, { decimals }))
    tell(columnOf[refusal], refusal === 'value-wrong' && isNegative(text) ? 'value-negative' : refusal)
  const isAtLeast = truthIn(cells['at-least'])
  if (isAtLeast === undefined) tell('at-least', 'at-least-unclear')
  if (unit === undefined || figure === undefined || period === undefined) return undefined
  const value = numberIn(text) ?? 0
  return { row, unitId: unit.id, figure: code, period, value, isAtLeast: isAtLeast === true, evidence: cells.evidence }
}

/** Of a figure that is not known nothing is said but that. */
const mostDecimals = 4

const columnOf: Record<EntryRefusal, Column> = {
  'unit-missing': 'unit-code',
  'figure-unknown': 'figure-code',
  'period-wrong': 'period',
  'period-to-come': 'period',
  'value-wrong': 'number',
  'value-not-whole': 'number',
  'evidence-missing': 'evidence',
  'evidence-long': 'evidence',
}

function unitIn(cells: Cells, known: Known, period: Period | undefined, tell: Tell): NamedUnit | undefined {
  const code = plain(cells['unit-code'])
  const unit = known.units.get(code)
  if (unit === undefined) tell('unit-code', code === '' ? 'unit-missing' : 'unit-unknown')
  else if (!unit.isInReach) tell('unit-code', 'unit-out-of-reach')
  else if (!isNamed(cells.unit, unit)) tell('unit', 'unit-differs')
  else if (period !== undefined && !existedIn(unit, period)) tell('unit-code', 'unit-not-then')
  return unit
}

function figureIn(code: string, cells: Cells, known: Known, tell: Tell): NamedFigure | undefined {
  const figure = known.figures.get(code)
  if (figure === undefined) tell('figure-code', code === '' ? 'figure-missing' : 'figure-unknown')
  else if (figure.isCounted) tell('figure-code', 'figure-counted')
  else if (!isNamed(cells.figure, figure)) tell('figure', 'figure-differs')
  return figure
}

/** A name beside a code is there to be read; another name says that rows have slipped. */
function isNamed(name: string, { names }: { names: readonly string[] }): boolean {
  return name === '' || names.some((one) => plain(one) === plain(name))
}

/** Did the unit exist on any day of the period? */
export function existedIn({ sinceOn, untilOn }: Pick<NamedUnit, 'sinceOn' | 'untilOn'>, { from, until }: Period): boolean {
  return sinceOn <= until && (untilOn === undefined || from <= untilOn)
}
