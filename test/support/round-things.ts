import type { Unit } from '../../src/features/organisations/index.ts'
import { beginStatement, openRound } from '../../src/features/reports/index.ts'
import { asDay } from '../../src/kernel/day.ts'
import type { Site } from '../../src/platform/site.ts'
import { must, type Cast } from './given.ts'

/** A round of quarterly statistics that a unit opened for itself, and its statement in the making. */
export async function givenRoundThings(site: Site, cast: Cast, unit: Unit): Promise<Record<string, string>> {
  const asked = { kind: 'quarter', period: '2026-Q1', dueOn: asDay('2026-04-15'), words: '请核对数字' } as const
  const round = must(await openRound(site, cast.office.personId, { ...asked, unitId: unit.id, unitIds: [unit.id] }))
  const statement = must(await beginStatement(site, cast.writer.personId, { roundId: round.id, unitId: unit.id }))
  return { '/desk/reports/rounds/:id': String(round.id), '/desk/reports/statements/:id': String(statement.id) }
}
