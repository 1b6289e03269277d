import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import type { Officer } from '../../publishing/index.ts'
import { enterAll } from './enter-all.ts'
import { entryRefusals, numberIn, type Entry, type EntryRefusal, type TypedEntry } from './entry.ts'
import { lockEntering } from './queries.ts'

/** A number as it was typed. `decimals`: how many digits it may have behind the point. */
export interface NewEntry extends TypedEntry {
  /** Undefined when the form named none in reach. */
  unitId: number | undefined
  /** The code of a figure, or the address of a cell; undefined when the form named none that there is. */
  figure: string | undefined
  span: { from: Day; until: Day } | undefined
  isAtLeast: boolean
  decimals: number
}

/** Enters a number that no record shows. What stood for the same unit, figure and span is struck and stays to be read. */
export async function enterFigure(site: Site, officer: Officer, form: NewEntry): Promise<Outcome<Entry, EntryRefusal>> {
  return site.database.transaction(async (db) => {
    await lockEntering(db)
    return enterFigureIn(site, db, officer, form)
  })
}

/** The same inside another act's transaction, which holds the lock on entering. */
export async function enterFigureIn(site: Site, db: Db, officer: Officer, form: NewEntry): Promise<Outcome<Entry, EntryRefusal>> {
  const { unitId, figure, span, isAtLeast, evidence } = form
  if (unitId !== undefined && (await findUnit(db, unitId)) === undefined) throw new NotFound(`organisations.unit:${unitId}`)
  const refusals = entryRefusals(form, span, site.today(), form)
  if (unitId === undefined) refusals.push('unit-missing')
  if (figure === undefined) refusals.push('figure-unknown')
  const value = numberIn(form.value)
  if (refusals.length > 0 || unitId === undefined || figure === undefined || span === undefined || value === undefined)
    return refused(...refusals)
  const [entry] = await enterAll(site, db, officer, [
    { unitId, figure, from: span.from, until: span.until, value, isAtLeast, evidence: evidence.trim() },
  ])
  if (entry === undefined) throw new Error('a number was not entered')
  return done(entry)
}
