import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits } from '../../organisations/index.ts'
import type { MadeReport } from '../making/made.ts'
import { insertReport } from '../making/queries.ts'
import { findRound } from '../rounds/queries.ts'
import { tellsOfBelow } from '../rounds/round.ts'
import { roundSubject } from '../rounds/tell-round.ts'
import { reportContent, reportSubject } from '../subject.ts'

export type BeginStatementRefusal = 'not-asked' | 'begun-before'

/** Begins what a round asks a unit for: the statistics of a quarter, or how its lines were kept in a half-year. */
export async function beginStatement(
  site: Site,
  personId: number,
  asked: { roundId: number; unitId: number },
): Promise<Outcome<MadeReport, BeginStatementRefusal>> {
  return site.database.transaction(async (db) => {
    const round = await findRound(db, asked.roundId)
    const units = (await listUnits(db)).filter(({ id }) => round?.unitIds.includes(id))
    if (round === undefined || round.kind === 'annual') throw new NotFound(roundSubject(asked.roundId))
    const unit = units.find(({ id }) => id === asked.unitId)
    if (unit === undefined) return refused('not-asked')
    const at = site.now()
    const { kind, period } = round
    const withBelow = tellsOfBelow(unit.path, units)
    const report = await insertReport(db, { unitId: unit.id, kind, period, withBelow, begunBy: personId, begunAt: at })
    if (report === undefined) return refused('begun-before')
    await record(db, {
      ...{ at, actor: `person:${personId}`, act: 'reports.begin', subject: reportSubject(report.id), unitId: unit.id },
      content: reportContent(report),
    })
    return done(report)
  })
}
