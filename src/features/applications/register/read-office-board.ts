import { yearOf } from '../../../kernel/day.ts'
import type { Site } from '../../../platform/site.ts'
import type { Unit } from '../../organisations/index.ts'
import type { Officer } from '../../publishing/index.ts'
import { listCounters } from '../cases/queries-counters.ts'
import { readEnded } from '../figures/facts.ts'
import { countOpen, type EndedCount, type OpenCount } from '../figures/queries.ts'
import { findRepeats, type Repeat } from './find-repeats.ts'
import { weekEnd } from './listing.ts'
import { unitsInReach } from './units-in-reach.ts'

/** A unit's applications today, and what it ended this year. */
export interface OfficeRow {
  unit: Unit
  open: Omit<OpenCount, 'unitId'>
  ended: Omit<EndedCount, 'unitId'>
}

export interface OfficeBoard {
  year: number
  /** Whoever is furthest behind first. Units that neither take nor have applications are left out. */
  rows: OfficeRow[]
  repeats: readonly Repeat[]
  units: readonly Unit[]
}

/** How every unit in reach stands with its applications, in a handful of statements whatever their number. */
export async function readOfficeBoard(site: Site, officer: Officer): Promise<OfficeBoard> {
  const db = site.database.read
  const today = site.today()
  const year = yearOf(today)
  const { units } = await unitsInReach(site, 'applications.board', officer.posts)
  const open = new Map((await countOpen(db, today, weekEnd(today))).map((one) => [one.unitId, one]))
  const ended = new Map((await readEnded(site, db, year, 'all')).map((one) => [one.unitId, one]))
  const takers = new Set((await listCounters(db, today)).map((one) => one.unitId))
  const rows = units
    .filter(({ id }) => takers.has(id) || open.has(id) || ended.has(id))
    .map((unit) => ({
      unit,
      open: open.get(unit.id) ?? { open: 0, week: 0, overdue: 0, waiting: 0 },
      ended: ended.get(unit.id) ?? { inTime: 0, late: 0, closed: 0, extended: 0 },
    }))
  const repeats = await findRepeats(
    site,
    units.map((unit) => unit.id),
  )
  return { year, rows: rows.sort(furthestBehind), repeats, units }
}

function furthestBehind(a: OfficeRow, b: OfficeRow): number {
  return b.open.overdue - a.open.overdue || b.open.week - a.open.week || b.open.open - a.open.open || a.unit.id - b.unit.id
}
