import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { joinTransaction } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import type { Officer } from '../../publishing/index.ts'
import { makeReport } from '../annual/make-report.ts'
import { enterAll } from '../entered/enter-all.ts'
import { numberIn } from '../entered/entry.ts'
import { lockEntering } from '../entered/queries.ts'
import { periodFrom } from '../figures/period.ts'
import { reportSubject } from '../subject.ts'
import { cellRefusals, type CellRefusal, type TypedCell } from './cell.ts'
import { markNumbers } from './mark-numbers.ts'
import type { MadeReport } from './made.ts'
import { lockReport } from './queries.ts'

/** Numbers for cells of a report that no record shows. `seen`: the report that whoever enters had before them; not asked where undefined. */
export interface SentCells {
  numbers: readonly (TypedCell & { isAtLeast: boolean })[]
  seen?: { version: number; numbers: string }
}

/** What is wrong with one of the numbers, by its place among them. */
export interface PlacedRefusal {
  at: number
  refusal: CellRefusal
}

/**
 * Enters numbers of cells by hand, all or none: those of the unit itself, also where the report adds up all below it. What stood in a cell
 * is struck and stays to be read. Refuses with every reason of every
 * number, or where somebody was quicker.
 */
export async function enterCells(
  site: Site,
  officer: Officer,
  id: number,
  { numbers, seen }: SentCells,
): Promise<Outcome<MadeReport, 'edited-meanwhile' | PlacedRefusal>> {
  return site.database.transaction(async (db) => {
    const report = await lockReport(db, id)
    await lockEntering(db)
    const joined = { ...site, database: joinTransaction(site.database, db) }
    const unit = report && (await findUnit(db, report.unitId))
    const made = report && unit && (await makeReport(joined, unit, report, site.today()))
    const span = report && periodFrom(report.period)
    if (report === undefined || unit === undefined || made === undefined || span === undefined) throw new NotFound(reportSubject(id))
    const isSeen = seen === undefined || (seen.version === report.version && seen.numbers === markNumbers(made.cells))
    if (!isSeen) return refused('edited-meanwhile')
    const refusals = cellRefusals(made.cells, numbers, span, site.today())
    const found = refusals.flatMap((some, at) => some.map((refusal) => ({ at, refusal })))
    if (found.length > 0) return refused(...found)
    const signed = new Set(made.cells.flatMap(({ cell }) => (cell.isSigned ? [cell.address] : [])))
    const place = { unitId: unit.id, from: span.from, until: span.until }
    const entered = numbers.map(({ cell, value, isAtLeast, evidence }) => ({
      ...{ ...place, figure: cell, value: numberIn(value, signed.has(cell)) ?? 0, isAtLeast, evidence: evidence.trim() },
    }))
    await enterAll(joined, db, officer, entered)
    return done(report)
  })
}
