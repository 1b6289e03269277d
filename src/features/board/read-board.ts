import { addWorkingDays } from '../../kernel/calendar.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Role } from '../../kernel/policy.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { listHolders } from '../accounts/index.ts'
import { countOpenByUnit } from '../catalogue/index.ts'
import { exists, listUnits, type Unit } from '../organisations/index.ts'
import { countWaitingByUnit, type runningStages } from '../publishing/index.ts'
import { countOpenByUnit as countFindings } from '../supervision/index.ts'
import { nearestHolders } from './holder.ts'
import { listLastReminded } from './queries.ts'
import { inOrder, type Standing } from './standing.ts'

/** Whose hand a text waits for at each step. */
const handAt: Record<(typeof runningStages)[number], Role> = {
  'with-head': 'reviewer',
  'with-secrecy': 'secrecy-reviewer',
  'with-signer': 'signer',
}
const writer = 'information-officer'

export interface Board {
  /** The units under the given paths that exist today, whoever is furthest behind first. */
  standings: Standing[]
  units: Map<number, Unit>
}

/** How every unit under these paths stands today, in seven statements whatever their number. */
export async function readBoard(site: Site, db: Db, paths: readonly string[]): Promise<Board> {
  const today = site.today()
  const soon = addWorkingDays(site.calendar, today, site.houseRules.dueSoonWorkingDays).on
  const all = await listUnits(db)
  const units = new Map(all.filter((unit) => paths.some((path) => unit.path.startsWith(path))).map((unit) => [unit.id, unit]))
  const open = new Map((await countOpenByUnit(db, { today, soon })).map((one) => [one.unitId, one]))
  const waiting = await countWaitingByUnit(db)
  const pathOf = new Map(all.map((unit) => [unit.id, unit.path]))
  const holders = (await listHolders(db, [writer, ...Object.values(handAt)], today)).map(({ personId, role, unitId }) => ({
    ...{ personId, role, unitPath: pathOf.get(unitId) ?? '' },
  }))
  const reminded = await listLastReminded(db)
  const findings = await countFindings(db, today)
  const found = (unitId: number, detector: string) => findings.find((one) => one.unitId === unitId && one.detector === detector)?.count ?? 0
  const standings = [...units.values()]
    .filter((unit) => exists(unit, today))
    .map((unit) => ({
      ...{ overdue: 0, dueSoon: 0, inTime: 0, ...open.get(unit.id), unitId: unit.id },
      officers: nearestHolders(holders, writer, unit.path),
      waits: waiting
        .filter((one) => one.unitId === unit.id)
        .map((one) => ({
          ...{ stage: one.stage, count: one.count, sinceOn: dayOf(one.since) },
          with: nearestHolders(holders, handAt[one.stage as keyof typeof handAt], unit.path),
        })),
      ...{ empty: found(unit.id, 'empty-column'), stale: found(unit.id, 'stale-column') },
      remindedOn: reminded.get(unit.id),
    }))
  return { standings: inOrder(standings), units }
}
