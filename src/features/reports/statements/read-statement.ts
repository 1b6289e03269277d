import { NotFound } from '../../../kernel/faults.ts'
import type { Site } from '../../../platform/site.ts'
import { findKeeper, findUnit, type Unit } from '../../organisations/index.ts'
import { driftOf, type Drift, type FrozenCell } from '../making/drift.ts'
import { stateOf, type Filing, type Judgement, type MadeReport, type ReportState } from '../making/made.ts'
import { listFilings, listJudgements } from '../making/queries.ts'
import { listFiledCells } from '../making/queries-cells.ts'
import { listRounds } from '../rounds/queries.ts'
import type { Round } from '../rounds/round.ts'
import { reportSubject } from '../subject.ts'
import { listBehind, makeStatement, type MadeStatement } from './make-statement.ts'
import { addressOf, type Statement } from './statement.ts'

/** A statement with everything that its page says. */
export interface StatementView {
  report: MadeReport
  unit: Unit
  /** Who writes it: the unit, or after its end whoever answers for it now. */
  keeper: Unit
  made: MadeStatement
  state: ReportState
  filings: readonly Filing<Statement>[]
  judgement?: Judgement | undefined
  /** The round that asks for it. */
  round?: Round | undefined
  drift: readonly Drift[]
}

/** Reads a statement as it is now: what it would say today, what was filed, and what changed since. Throws NotFound for any other report. */
export async function readStatement(site: Site, report: MadeReport): Promise<StatementView> {
  const db = site.database.read
  const unit = await findUnit(db, report.unitId)
  const made = unit && (await makeStatement(site, unit, report, site.today()))
  if (unit === undefined || made === undefined) throw new NotFound(reportSubject(report.id))
  const filings = await listFilings<Statement>(db, [report.id])
  const last = filings[0]
  const judgement = last && (await listJudgements(db, [last.id])).get(last.id)
  const rounds = await listRounds(db, { asking: [unit.id] })
  return {
    keeper: await findKeeper(db, unit, site.today()),
    ...{ report, unit, made, filings, judgement, state: stateOf(report, last, judgement) },
    round: rounds.find(({ kind, period }) => kind === report.kind && period === report.period),
    drift: last === undefined ? [] : await readDrift(site, made, last),
  }
}

/**
 * What changed behind a filing since, with the knowledge of its own last day. A line of the half-year of which nothing had fallen due was
 * no line of it: it was filed without records.
 */
async function readDrift(site: Site, made: MadeStatement, { id, cutOff }: Filing<Statement>): Promise<Drift[]> {
  const filed: FrozenCell[] = await listFiledCells(site.database.read, id)
  const behind = await listBehind(site, made, cutOff)
  const isFiled = new Set(filed.map(({ cell }) => cell))
  const since = made.content.kind === 'half-year' ? [...behind.keys()].filter((cell) => !isFiled.has(cell)) : []
  const numbers = new Map(made.lines.flatMap(({ code, cells }) => cells.map((one) => [addressOf(code, one.column), one])))
  return driftOf([...filed, ...since.map((cell): FrozenCell => ({ cell, origin: 'counted', value: 0, ids: [] }))], { behind, numbers })
}
