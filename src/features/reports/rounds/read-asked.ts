import type { Db } from '../../../platform/database/index.ts'
import { listRounds } from './queries.ts'
import { readRounds, type RoundLine } from './read-round.ts'
import { isMissing, type Round } from './round.ts'

/** What a round asks of one unit. */
export interface AskedLine {
  round: Round
  line: RoundLine
}

/** What some units are asked for and have not filed, or filed and nobody judged yet; what is due first comes first. */
export async function readAsked(db: Db, unitIds: readonly number[]): Promise<AskedLine[]> {
  if (unitIds.length === 0) return []
  const views = await readRounds(db, await listRounds(db, { asking: unitIds }))
  return views
    .flatMap(({ round, lines }) => lines.map((line) => ({ round, line })))
    .filter(({ line }) => unitIds.includes(line.unit.id) && line.state !== 'accepted')
    .toSorted((one, other) => one.round.dueOn.localeCompare(other.round.dueOn) || one.line.unit.id - other.line.unit.id)
}

/** Those of them for which somebody must still do something. */
export async function readOwedRounds(db: Db, unitIds: readonly number[]): Promise<AskedLine[]> {
  return (await readAsked(db, unitIds)).filter(({ line }) => isMissing(line.state))
}
