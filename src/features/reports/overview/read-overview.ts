import { yearOf } from '../../../kernel/day.ts'
import type { Site } from '../../../platform/site.ts'
import type { Unit } from '../../organisations/index.ts'
import { makeReport, type Made } from '../annual/make-report.ts'
import { applicationsLate } from '../figures/defined/applications-late.ts'
import { tasksOverdue } from '../figures/defined/tasks-overdue.ts'
import { countFigures, type Question } from '../figures/count-figures.ts'
import { readAccount, type Account } from '../figures/read-account.ts'
import { readDeadlines, type DeadlineLine } from './read-deadlines.ts'

/** A unit with what it owes to the public and has not done, and what it answered late. */
export interface WorstUnit {
  unit: Unit
  overdue: number
  late: number
}

/** Everything that the office's overview says of a unit with all below it. */
export interface Overview {
  unit: Unit
  deadlines: readonly DeadlineLine[]
  /** What the annual report of the running year would say today. */
  made: Made | undefined
  account: Account
  worst: readonly WorstUnit[]
}

const shownUnits = 10

/** Reads the overview for a question about the running year, with the knowledge of today. */
export async function readOverview(site: Site, question: Question & { unit: Unit }): Promise<Overview> {
  const { unit } = question
  const asked = { period: String(yearOf(question.cutOff)), withBelow: true, texts: {}, notes: {} }
  const [deadlines, made, account, worst] = await Promise.all([
    readDeadlines(site, unit, question.units),
    makeReport(site, unit, asked, question.cutOff),
    readAccount(site, question),
    readWorst(site, question),
  ])
  return { unit, deadlines, made, account, worst }
}

/** The units that owe most, by overdue tasks and late replies together; those that owe nothing are left out. */
async function readWorst(site: Site, question: Question): Promise<WorstUnit[]> {
  const counts = await countFigures(site.database.read, question, [tasksOverdue, applicationsLate], 'unit')
  const countOf = (code: string, { id }: Unit): number => counts.get(code)?.get(String(id)) ?? 0
  return question.units
    .map((unit) => ({ unit, overdue: countOf(tasksOverdue.code, unit), late: countOf(applicationsLate.code, unit) }))
    .filter(({ overdue, late }) => overdue + late > 0)
    .toSorted((one, other) => other.overdue + other.late - one.overdue - one.late || one.unit.id - other.unit.id)
    .slice(0, shownUnits)
}
