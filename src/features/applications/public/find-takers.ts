import { normalise } from '../../../platform/search/tokens.ts'
import type { Site } from '../../../platform/site.ts'
import { listDuties } from '../../catalogue/index.ts'
import type { Unit } from '../../organisations/index.ts'
import { listCounters } from '../cases/queries-counters.ts'
import { listTakers } from '../intake/takes-applications.ts'

/** A unit that takes applications, with its own stricter promise in working days where it made one. */
export interface Taker {
  unit: Unit
  promiseDays?: number
}

/** The units that take applications and whose name, functions or duties to publish hold these words; all of them without words. */
export async function findTakers(site: Site, words: string): Promise<Taker[]> {
  const db = site.database.read
  const promises = new Map((await listCounters(db, site.today())).map((counter) => [counter.unitId, counter.promiseDays]))
  const units = await listTakers(db, site.today())
  const sought = normalise(words)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const duties = sought.length === 0 ? [] : await listDuties(db)
  return units
    .filter((unit) => {
      const owed = duties.filter((duty) => duty.unitIds.includes(unit.id)).flatMap((duty) => [duty.titleZh, duty.titleEn])
      const text = [unit.nameZh, unit.nameEn, unit.shortZh, unit.shortEn, unit.functionsZh, unit.functionsEn, ...owed].join(' ')
      const plain = normalise(text).toLowerCase()
      return sought.every((word) => plain.includes(word))
    })
    .map((unit) => ({ unit, promiseDays: promises.get(unit.id) }))
}
