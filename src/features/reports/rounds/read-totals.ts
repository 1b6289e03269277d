import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { figureOf } from '../figures/all-figures.ts'
import type { Figure } from '../figures/count-figures.ts'
import { markOf, markOfSum, type Mark } from '../figures/mark.ts'
import { periodFrom, type Period } from '../figures/period.ts'
import { readValues } from '../figures/read-account.ts'
import { rounded } from '../annual/report.ts'
import { statistics } from '../statements/load-statistics.ts'
import { statementColumns } from '../statements/statement.ts'
import type { RoundLine, RoundView } from './read-round.ts'

/** One number of a round: what the accepted filings add up to, and what the records say now for all that the office covers. */
export interface RoundTotal {
  figure: Figure
  /** The sum over the accepted filings; each unit's own part of it. */
  sum: number
  parts: readonly (Mark & { unit: Unit; reportId: number; value: number })[]
  /** What must be said with the sum, and with that of the year: what is said with any part of it. */
  mark: Mark
  yearMark: Mark
  /** The year so far, in the statistics of a quarter. */
  yearSum?: number | undefined
  /** Now, for the office's unit with all below it; undefined where no record is counted and nobody entered it. */
  now: (Mark & { value: number }) | undefined
}

/** Which figure of the account counts what stands in a column of the half-year. */
const halfYearFigures = { due: 'tasks-due', 'in-time': 'tasks-in-time', late: 'tasks-late', overdue: 'tasks-overdue' } as const

/** Is what a unit filed added up: accepted, and in nobody else's report already? */
export function isAddedUp({ state, within }: RoundLine): boolean {
  return state === 'accepted' && within === undefined
}

/** Adds up the accepted filings of a round figure by figure, no unit twice; none for annual reports, which the government's own report adds up. */
export async function readTotals(site: Site, { round, owner, lines }: RoundView): Promise<RoundTotal[]> {
  const period = periodFrom(round.period)
  if (period === undefined || round.kind === 'annual') return []
  const accepted = lines.filter(isAddedUp)
  const asked =
    round.kind === 'quarter' ? statistics.figures : statementColumns['half-year'].flatMap((one) => figureOf(halfYearFigures[one]) ?? [])
  const now = await readNow(site, owner, period, asked)
  return asked.map((figure, at) => {
    const valueOf = (line: (typeof accepted)[number], column: 'current' | 'year'): number => {
      const all = line.filing?.content.lines ?? []
      if (round.kind === 'quarter') return all.find(({ code }) => code === figure.code)?.values[column] ?? 0
      const own = statementColumns['half-year'].find((one) => halfYearFigures[one] === figure.code)
      return all.reduce((sum, { values }) => sum + ((own && values[own]) ?? 0), 0)
    }
    const markIn = (line: (typeof accepted)[number], column: 'current' | 'year'): Mark =>
      line.filing?.content.lines.find(({ code }) => code === figure.code)?.marks?.[column] ?? {}
    const parts = accepted.map((line) => ({
      ...{ unit: line.unit, reportId: line.report?.id ?? 0, value: valueOf(line, 'current') },
      ...markIn(line, 'current'),
    }))
    const value = now[at]
    return {
      ...{ figure, parts, mark: markOfSum(parts), yearMark: markOfSum(accepted.map((line) => markIn(line, 'year'))) },
      sum: rounded(parts.reduce((sum, part) => sum + part.value, 0)),
      yearSum: round.kind === 'quarter' ? rounded(accepted.reduce((sum, line) => sum + valueOf(line, 'year'), 0)) : undefined,
      now: value?.value === undefined ? undefined : { value: value.value, ...markOf(value) },
    }
  })
}

async function readNow(site: Site, unit: Unit, period: Period, figures: readonly Figure[]) {
  const units = await listUnits(site.database.read)
  return readValues(site, { units, unit, period, cutOff: site.today() }, figures)
}
