import type { Db } from '../../../platform/database/index.ts'
import { exists, type Unit } from '../../organisations/index.ts'
import { countFigures, type Figure, type Question } from './count-figures.ts'
import { rank, type Ranking } from './rank.ts'

/** The units with which one is compared: of its kind, right below the same unit as it, there on the last day of the period. */
export function peersOf(units: readonly Unit[], unit: Unit, { until }: Question['period']): Unit[] {
  return units.filter((one) => one.kind === unit.kind && one.parentId === unit.parentId && exists(one, until))
}

/**
 * Ranks a unit among its peers by a figure of each with all below it. Nobody has a place who has fewer records than `fewest`: two
 * documents more or less would move them.
 */
export async function readRanking(db: Db, figure: Figure, question: Question & { unit: Unit }, fewest: number): Promise<Ranking> {
  const { units, unit, period } = question
  const parent = units.find(({ id }) => id === unit.parentId)
  const counts = (await countFigures(db, { ...question, unit: parent ?? unit }, [figure], 'unit')).get(figure.code)
  const below = (peer: Unit): number =>
    units.filter(({ path }) => path.startsWith(peer.path)).reduce((sum, { id }) => sum + (counts?.get(String(id)) ?? 0), 0)
  return rank(
    peersOf(units, unit, period).map((peer) => ({ unitId: peer.id, count: below(peer) })),
    fewest,
  )
}
