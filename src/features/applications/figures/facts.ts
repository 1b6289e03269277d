import { asDay, yearOf, type Day } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { formOn } from '../law/leaf.ts'
import { outcomes } from '../load-outcomes.ts'
import { groupOf, noCounts, type UnitFigures } from './figure.ts'
import { ordinalsOf } from './ordinal.ts'
import { countEnded, countLeaves, countReceived, listActive, type CountedKinds, type EndedCount, type Span } from './queries.ts'
import { outcomeTable, type OutcomeTable } from './table.ts'

/** How many years back a case that ends may have been received and still count for a median. */
const yearsBack = 5

/**
 * The statutory table of a year for a set of units (table 2 of the annual report), with the cases behind each cell: read from the
 * register whenever it is asked for, so that it never differs from it. Requests for corrections of own records are not counted in it.
 * Undefined for a year before there was a form. It walks through the cases one by one, and knows nothing of how reports count: tests hold
 * their table 2 against it (I10).
 */
export async function readTableFacts(db: Db, unitIds: readonly number[], year: number): Promise<OutcomeTable | undefined> {
  const span = spanOf(year)
  const form = formOn(outcomes, span.until)
  return form === undefined ? undefined : outcomeTable(outcomes, form, year, await listActive(db, unitIds, span))
}

/** What every unit received, how it ended and how long it took in a year; units with nothing are left out. */
export async function readUnitFigures(site: Pick<Site, 'calendar'>, db: Db, year: number): Promise<UnitFigures[]> {
  const span = spanOf(year)
  const [received, ended, leaves] = [
    await countReceived(db, span),
    await readEnded(site, db, year, 'information'),
    await countLeaves(db, span),
  ]
  const unitIds = [...new Set([...received.keys(), ...ended.map((one) => one.unitId)])]
  return unitIds.map((unitId) => {
    const counts = { ...noCounts(), received: received.get(unitId) ?? 0 }
    const end = ended.find((one) => one.unitId === unitId)
    if (end !== undefined) {
      const { inTime, late, closed, extended } = end
      Object.assign(counts, { inTime, late, closed, extended, concluded: inTime + late + closed })
    }
    for (const one of leaves) if (one.unitId === unitId) counts[groupOf(outcomes, one.leaf)] += one.count
    return { unitId, counts, medianDays: end?.medianDays }
  })
}

/** What ended in a year, by unit. */
export async function readEnded(site: Pick<Site, 'calendar'>, db: Db, year: number, kinds: CountedKinds): Promise<EndedCount[]> {
  const span = spanOf(year)
  return countEnded(db, span, kinds, ordinalsOf(site.calendar, asDay(`${year - yearsBack}-01-01`), span.until))
}

/** The years that have figures, the running one first; at most so many as a reader can compare. */
export function yearsWithFigures(first: Day | undefined, today: Day): number[] {
  const running = yearOf(today)
  const oldest = Math.max(first === undefined ? running : yearOf(first), running - yearsBack + 1)
  return Array.from({ length: Math.max(1, running - oldest + 1) }, (_, back) => running - back)
}

function spanOf(year: number): Span {
  return { from: asDay(`${year}-01-01`), until: asDay(`${year}-12-31`) }
}
