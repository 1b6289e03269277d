import type { WordKey } from '../../../kernel/words.ts'
import type { Site } from '../../../platform/site.ts'
import { scopeOf, type Question } from '../figures/count-figures.ts'
import { makeFingerprint } from '../figures/make-fingerprint.ts'
import { periodWith, yearBefore, type Period } from '../figures/period.ts'
import { readValues } from '../figures/read-account.ts'
import type { FiledCell } from '../making/queries-cells.ts'
import { statistics } from './load-statistics.ts'
import { addressOf, statementColumns, type StatementColumn, type StatementLine } from './statement.ts'

/** The period of each column: the quarter, the year up to its end, and the same quarter of last year. */
export function periodOf(column: StatementColumn, quarter: Period): Period {
  if (column === 'last-year') return yearBefore(quarter)
  return column === 'year' ? { ...periodWith('year', quarter.from), until: quarter.until } : quarter
}

/** The statistics of a quarter for a question: every line of the form with the quarter, the year so far and last year's quarter. */
export async function readQuarterLines(site: Site, question: Question): Promise<StatementLine[]> {
  const { figures } = statistics
  const columns: { column: StatementColumn; values: Awaited<ReturnType<typeof readValues>> }[] = []
  for (const column of statementColumns.quarter) {
    columns.push({ column, values: await readValues(site, { ...question, period: periodOf(column, question.period) }, figures) })
  }
  return figures.map(({ code }, at) => ({
    ...{ code, nameZh: site.words.zh(nameKey(code)), nameEn: site.words.en(nameKey(code)) },
    cells: columns.map(({ column, values }) => {
      const value = values[at]
      return { column, origin: value?.origin ?? 'none', value: value?.value ?? null, isAtLeast: value?.isAtLeast ?? false }
    }),
  }))
}

function nameKey(code: string): WordKey {
  return `account.figure.${code}` as WordKey
}

/** The numbers of a quarter as a filing keeps them: a counted one is the length of the list of the records behind it, which is read here. */
export async function freezeQuarter(site: Site, question: Question, lines: readonly StatementLine[]): Promise<FiledCell[]> {
  const cells: FiledCell[] = []
  for (const line of lines)
    for (const { column, origin, value, isAtLeast } of line.cells) {
      if (value === null || origin === 'none') continue
      const cell = addressOf(line.code, column)
      const figure = statistics.figures.find(({ code }) => code === line.code)
      const scope = scopeOf({ ...question, period: periodOf(column, question.period) }, figure?.unitKinds)
      const facts = figure?.facts
      if (facts === undefined) {
        cells.push({ cell, origin, value, isAtLeast, fingerprint: '' })
        continue
      }
      const ids = await facts.ids(site.database.read, scope)
      cells.push({ cell, origin, value: ids.length, isAtLeast, ids, fingerprint: makeFingerprint({ asked: cell, facts, scope }, ids) })
    }
  return cells
}
