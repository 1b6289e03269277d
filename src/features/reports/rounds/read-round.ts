import type { Day } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { stateOf, type Filing, type MadeReport, type ReportState } from '../making/made.ts'
import { listFilings, listJudgements, listReports } from '../making/queries.ts'
import type { Statement } from '../statements/statement.ts'
import { listRoundReminders } from './queries.ts'
import { coveredBy, isMissing, type Round } from './round.ts'

/** Where one unit stands in a round. */
export interface RoundLine {
  unit: Unit
  report?: MadeReport | undefined
  state: ReportState
  filing?: Filing<Statement> | undefined
  filedOn?: Date | undefined
  /** What the office said of its last filing. */
  remark?: string | undefined
  remindedOn?: Day | undefined
  /** The office that said where it stands, where it is not the one that asks in this round. */
  judgedBy?: Unit | undefined
  /** Whose accepted filing in this round tells of this unit already: a sum leaves it out. */
  within?: Unit | undefined
}

/** A round with where every unit stands that it asks. */
export interface RoundView {
  round: Round
  /** Whose office asks. */
  owner: Unit
  lines: readonly RoundLine[]
  missing: readonly RoundLine[]
}

/** Reads where everybody stands in some rounds, in the order of the units; three readings for all of them. */
export async function readRounds(db: Db, rounds: readonly Round[], withReminders = false): Promise<RoundView[]> {
  const units = await listUnits(db)
  const reports = await listReports(db, { unitIds: [...new Set(rounds.flatMap(({ unitIds }) => unitIds))] })
  const filings = await listFilings<Statement>(
    db,
    reports.map(({ id }) => id),
  )
  const judgements = await listJudgements(
    db,
    filings.map(({ id }) => id),
  )
  const views: RoundView[] = []
  for (const round of rounds) {
    const owner = units.find(({ id }) => id === round.unitId)
    if (owner === undefined) continue
    const reminders = withReminders ? await listRoundReminders(db, round.id) : []
    const asked = units.filter(({ id }) => round.unitIds.includes(id))
    const standing = asked.map((unit): RoundLine => {
      const report = reports.find((one) => one.unitId === unit.id && one.kind === round.kind && one.period === round.period)
      const filing = report && filings.find(({ reportId }) => reportId === report.id)
      const judgement = filing && judgements.get(filing.id)
      return {
        ...{ unit, report, filing, state: stateOf(report, filing, judgement), filedOn: filing?.filedAt, remark: judgement?.remark },
        judgedBy: units.find(({ id }) => id === judgement?.officeId && id !== round.unitId),
        remindedOn: reminders.findLast(({ unitId }) => unitId === unit.id)?.on,
      }
    })
    const lines = standing.map((line): RoundLine => ({ ...line, within: coveredBy(line, standing)?.unit }))
    views.push({ round, owner, lines, missing: lines.filter(({ state }) => isMissing(state)) })
  }
  return views
}
