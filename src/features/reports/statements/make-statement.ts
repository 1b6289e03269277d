import type { Day } from '../../../kernel/day.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import type { Question } from '../figures/count-figures.ts'
import { marksOf } from '../figures/mark.ts'
import { periodFrom } from '../figures/period.ts'
import { contradictions, type Contradiction } from '../figures/relation.ts'
import type { MadeReport } from '../making/made.ts'
import type { FiledCell } from '../making/queries-cells.ts'
import { freezeHalfYear, readHalfYearLines, type TasksBehind } from './read-half-year-lines.ts'
import { freezeQuarter, readQuarterLines } from './read-quarter-lines.ts'
import { explanationKey, withNumbers, wordsKey, type Statement, type StatementKind, type StatementLine } from './statement.ts'

/** A statement as it would be filed now. */
export interface MadeStatement {
  question: Question
  lines: readonly StatementLine[]
  /** The tasks behind the numbers of a half-year, from the same reading. */
  behind?: TasksBehind
  contradictions: readonly Contradiction[]
  /** The day that closes its period. */
  until: Day
  content: Statement
}

/** Makes the statement of a unit from the records as they are up to `cutOff`. Undefined for a report that is no statement. */
export async function makeStatement(site: Site, unit: Unit, report: MadeReport, cutOff: Day): Promise<MadeStatement | undefined> {
  const period = periodFrom(report.period)
  const { kind } = report
  if (period === undefined || !isStatement(kind)) return undefined
  const question: Question = { units: await listUnits(site.database.read), unit, isAlone: !report.withBelow, period, cutOff }
  const read = kind === 'quarter' ? { lines: await readQuarterLines(site, question) } : await readHalfYearLines(site, question)
  const { lines } = read
  return {
    ...{ question, ...read, until: period.until, contradictions: kind === 'quarter' ? contradictionsIn(lines) : [] },
    content: {
      ...{ format: 'gongkai-statement/1', kind, period: report.period, unit: { code: unit.code, name: unit.nameZh } },
      lines: lines.map(({ cells, ...line }) => ({
        ...line,
        values: Object.fromEntries(cells.flatMap(({ column, value }) => (value === null ? [] : [[column, value]]))),
        marks: Object.fromEntries(marksOf(cells.map((cell) => [cell.column, cell]))),
      })),
      ...{ words: report.texts[wordsKey] ?? '', explanation: report.notes[explanationKey] ?? '' },
    },
  }
}

/** Its numbers with the records behind each, in the order of its lines, and what its file says with just these numbers. */
export async function freezeStatement(
  site: Site,
  { question, lines, behind, content }: MadeStatement,
): Promise<{ cells: FiledCell[]; content: Statement }> {
  const cells = behind === undefined ? await freezeQuarter(site, question, lines) : freezeHalfYear(question, lines, behind)
  const values = new Map(cells.map(({ cell, value }) => [cell, value]))
  return { cells, content: withNumbers(content, values) }
}

/** The records behind its numbers as they would be counted with what was known on a day, by cell. */
export async function listBehind(site: Site, made: MadeStatement, cutOff: Day): Promise<ReadonlyMap<string, readonly number[]>> {
  const question = { ...made.question, cutOff }
  if (made.content.kind === 'half-year') return (await readHalfYearLines(site, question)).behind
  const cells = await freezeQuarter(site, question, made.lines)
  return new Map(cells.flatMap(({ cell, ids }): [string, readonly number[]][] => (ids === undefined ? [] : [[cell, ids]])))
}

function isStatement(kind: MadeReport['kind']): kind is StatementKind {
  return kind === 'quarter' || kind === 'half-year'
}

function contradictionsIn(lines: readonly StatementLine[]): Contradiction[] {
  const current = lines.flatMap(({ code, cells }): [string, number][] => {
    const value = cells.find(({ column }) => column === 'current')?.value ?? null
    return value === null ? [] : [[code, value]]
  })
  return contradictions(new Map(current))
}
