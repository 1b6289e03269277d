import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { clockRules } from '../load-rules.ts'
import { readUnitFigures, yearsWithFigures } from './facts.ts'
import { shownFigures, type ShownFigures } from './figure.ts'
import { findFirstReceived } from './queries.ts'

/** The figures of a year as the public sees them. */
export interface Statistics {
  year: number
  years: readonly number[]
  /** In the order of the tree; units without applications in the year are left out. */
  units: readonly Unit[]
  figures: ShownFigures
  /** Counts below this are not shown. */
  smallest: number
}

/** Reads the public figures of a year; of the running one where `asked` is none that has any. */
export async function readStatistics(site: Site, asked?: number): Promise<Statistics> {
  const db = site.database.read
  const years = yearsWithFigures(await findFirstReceived(db), site.today())
  const year = years.find((one) => one === asked) ?? years[0] ?? 0
  const read = new Map((await readUnitFigures(site, db, year)).map((row) => [row.unitId, row]))
  const units = (await listUnits(db)).filter((unit) => read.has(unit.id))
  const smallest = clockRules().smallestCount
  const figures = shownFigures(
    units.flatMap((unit) => read.get(unit.id) ?? []),
    smallest,
  )
  return { year, years, units, figures, smallest }
}
