import type { Day } from '../../../kernel/day.ts'
import type { Mark } from '../figures/mark.ts'
import type { Contradiction } from '../figures/relation.ts'
import type { MadeReport, ReportState } from '../making/made.ts'

/** What a unit files between the annual reports: the statistics of a quarter, or how its lines were kept in a half-year. */
export const statementKinds = ['quarter', 'half-year'] as const
export type StatementKind = (typeof statementKinds)[number]

/** 本期实际, 本年累计 and the same quarter of last year; or how the tasks of a line that fell due in the half-year stand. */
export const statementColumns = {
  quarter: ['current', 'year', 'last-year'],
  'half-year': ['due', 'in-time', 'late', 'overdue'],
} as const satisfies Record<StatementKind, readonly string[]>
export type StatementColumn = (typeof statementColumns)[StatementKind][number]

/** A number of a statement. `none`: no record is counted for it and nobody entered it. */
export interface StatementCell {
  column: StatementColumn
  origin: 'counted' | 'by-hand' | 'none'
  value: number | null
  isAtLeast: boolean
}

/** A line: a figure, or a line of the catalogue. */
export interface StatementLine {
  code: string
  nameZh: string
  nameEn: string
  cells: readonly StatementCell[]
}

/** A statement as it is filed. */
export interface Statement {
  format: 'gongkai-statement/1'
  kind: StatementKind
  period: string
  unit: { code: string; name: string }
  lines: {
    code: string
    nameZh: string
    nameEn: string
    values: Partial<Record<StatementColumn, number>>
    /** What must be said with some of the values. */
    marks?: Partial<Record<StatementColumn, Mark>> | undefined
  }[]
  words: string
  /** Why figures contradict each other, where they do. */
  explanation: string
}

export type StatementRefusal =
  'edited-meanwhile' | 'period-running' | 'accepted-already' | 'number-missing' | 'contradiction-unexplained' | 'words-missing'

/** Under which name a report keeps what people wrote in a statement. */
export const wordsKey = 'words'
export const explanationKey = 'contradictions'

/** How the cell of a line and a column is called in a filing. */
export const addressOf = (code: string, column: StatementColumn): string => `${code}/${column}`

/** The same statement with the numbers that were frozen, by the addresses of their cells. */
export function withNumbers(statement: Statement, values: ReadonlyMap<string, number>): Statement {
  const columns = statementColumns[statement.kind]
  const valuesOf = (code: string) =>
    columns.flatMap((column): [StatementColumn, number][] => {
      const value = values.get(addressOf(code, column))
      return value === undefined ? [] : [[column, value]]
    })
  return { ...statement, lines: statement.lines.map((line) => ({ ...line, values: Object.fromEntries(valuesOf(line.code)) })) }
}

/**
 * Why a statement cannot be filed. Statistics want every number of the quarter and the year, and a word where figures contradict each
 * other; the half-year wants the unit to confirm its lines in its own words (S4-020).
 */
export function statementRefusals(
  report: Pick<MadeReport, 'kind' | 'version' | 'texts' | 'notes'>,
  asked: {
    version: number
    today: Day
    until: Day
    state: ReportState
    lines: readonly StatementLine[]
    contradictions: readonly Contradiction[]
  },
): StatementRefusal[] {
  const refusals: StatementRefusal[] = []
  const wanted = asked.lines.flatMap(({ cells }) => cells.filter(({ column }) => column !== 'last-year'))
  if (report.version !== asked.version) refusals.push('edited-meanwhile')
  if (asked.today <= asked.until) refusals.push('period-running')
  if (asked.state === 'accepted') refusals.push('accepted-already')
  if (wanted.some(({ value }) => value === null)) refusals.push('number-missing')
  if (asked.contradictions.length > 0 && isBlank(report.notes[explanationKey])) refusals.push('contradiction-unexplained')
  if (report.kind === 'half-year' && isBlank(report.texts[wordsKey])) refusals.push('words-missing')
  return refusals
}

function isBlank(text: string | undefined): boolean {
  return (text ?? '').trim() === ''
}
