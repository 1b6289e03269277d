import { NotFound } from '../../kernel/faults.ts'
import type { Site } from '../../platform/site.ts'
import { countKeptByUnit, type StoredDuty } from '../catalogue/index.ts'
import { listUnitEvents, type Unit, type UnitEvent } from '../organisations/index.ts'
import { listPublic, type PublicLine } from '../publishing/index.ts'
import { lastYear } from './period.ts'
import { sumOf, type Tally } from './pledge.ts'
import { readPlaces, type Places } from './read-places.ts'

export interface UnitView {
  unit: Unit
  places: Places
  events: UnitEvent[]
  documents: PublicLine[]
  duties: StoredDuty[]
  kept: Tally
}

const newestCount = 10

/** What a unit's page says. Throws NotFound when there never was such a unit. */
export async function readUnit(site: Site, code: string): Promise<UnitView> {
  const db = site.database.read
  const places = await readPlaces(site, db)
  const unit = unitOf(places, code)
  return {
    unit,
    places,
    events: await listUnitEvents(db, unit.id),
    documents: await listPublic(db, { unitPath: unit.path, limit: newestCount }),
    duties: places.duties.filter((duty) => duty.unitIds.includes(unit.id)),
    kept: sumOf(await countKeptByUnit(db, { ...lastYear(site.today()), unitId: unit.id })),
  }
}

export function unitOf(places: Places, code: string): Unit {
  const unit = [...places.units.values()].find((one) => one.code === code)
  if (unit === undefined) throw new NotFound(`unit ${code}`)
  return unit
}
