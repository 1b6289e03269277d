import { normalise } from '../../../platform/search/tokens.ts'
import type { Site } from '../../../platform/site.ts'
import { listDuties, type StoredDuty } from '../../catalogue/index.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { listCounters } from '../cases/queries-counters.ts'
import { listTakers } from '../intake/find-taker.ts'

/** A unit that takes applications, with its own stricter promise in working days where it made one. */
export interface Taker {
  unit: Unit
  promiseDays?: number
}

/** The units of one government: of the city, of a county. */
export interface TakerGroup {
  under: Unit
  takers: Taker[]
}

/** The units that take applications and whose name, functions or duties to publish hold these words; all of them without words, government by government. */
export async function findTakers(site: Site, words: string): Promise<TakerGroup[]> {
  const db = site.database.read
  const promises = new Map((await listCounters(db, site.today())).map((counter) => [counter.unitId, counter.promiseDays]))
  const all = new Map((await listUnits(db)).map((unit) => [unit.id, unit]))
  const units = await listTakers(db, site.today())
  const sought = normalise(words)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const duties = sought.length === 0 ? [] : await listDuties(db)
  const groups = new Map<number, TakerGroup>()
  for (const unit of units.filter((one) => isSought(one, sought, duties))) {
    const under = governmentOf(unit, all)
    const group = groups.get(under.id) ?? { under, takers: [] }
    group.takers.push({ unit, promiseDays: promises.get(unit.id) })
    groups.set(under.id, group)
  }
  return [...groups.values()]
}

function isSought(unit: Unit, sought: readonly string[], duties: readonly StoredDuty[]): boolean {
  const owed = duties.filter((duty) => duty.unitIds.includes(unit.id)).flatMap((duty) => [duty.titleZh, duty.titleEn])
  const text = [unit.nameZh, unit.nameEn, unit.shortZh, unit.shortEn, unit.functionsZh, unit.functionsEn, ...owed].join(' ')
  const plain = normalise(text).toLowerCase()
  return sought.every((word) => plain.includes(word))
}

const governments: readonly string[] = ['province', 'city', 'county']

/** The nearest government at or above a unit; the unit itself where there is none. */
function governmentOf(unit: Unit, all: ReadonlyMap<number, Unit>): Unit {
  let at: Unit | undefined = unit
  while (at !== undefined && !governments.includes(at.kind)) at = at.parentId === undefined ? undefined : all.get(at.parentId)
  return at ?? unit
}
