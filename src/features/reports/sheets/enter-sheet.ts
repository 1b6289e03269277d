import { asDay } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { covers } from '../../../kernel/policy.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import type { Officer } from '../../publishing/index.ts'
import { enterAll, type NewNumber } from '../entered/enter-all.ts'
import type { Entry } from '../entered/entry.ts'
import { listEntries, lockEntering } from '../entered/queries.ts'
import { figures } from '../figures/all-figures.ts'
import { figureWords } from '../pages/figure-words.ts'
import { findHeadings, type Column, type Spellings } from './heading.ts'
import { planOf, type Planned } from './plan.ts'
import { readRows, type Known, type ReadRow, type RowProblem } from './row.ts'

/** More rows than this are not one sheet that somebody looked through: six figures of some eight hundred units. */
export const mostRows = 5000

export type SheetRefusal = { kind: 'no-headings'; missing: Column[] } | { kind: 'too-many-rows' } | ({ kind: 'row' } & RowProblem)

/** What a sheet entered, or would enter. */
export interface SheetReport {
  entered: Planned[]
  /** Numbers that stand already as the sheet has them. */
  same: number
  /** Rows without a number. */
  passed: number
}

export interface FigureSheet {
  rows: readonly (readonly string[])[]
  spellings: Spellings
  /** The paths of the units for which, with all below them, numbers may be entered. */
  reach: readonly string[]
  /** Only say what would happen. */
  isTrial?: boolean
}

/**
 * Enters the numbers of a sheet that no record shows. All or nothing: with one wrong row nothing is entered, and every wrong cell is named
 * with its row and column. Rows without a number are passed over; what stands already is left as it is.
 */
export async function enterSheet(site: Site, officer: Officer, asked: FigureSheet): Promise<Outcome<SheetReport, SheetRefusal>> {
  const headings = findHeadings(asked.rows, asked.spellings)
  if (headings.missing.length > 0) return refused({ kind: 'no-headings', missing: headings.missing })
  if (asked.rows.length - headings.firstRow > mostRows) return refused({ kind: 'too-many-rows' })
  return site.database.transaction(async (db) => {
    await lockEntering(db)
    const reading = readRows(asked.rows, headings, knownTo(site, await listUnits(db), asked.reach))
    if (reading.problems.length > 0) return refused(...reading.problems.map((problem) => ({ kind: 'row' as const, ...problem })))
    const plan = planOf(reading.rows, await listStanding(db, reading.rows))
    if (asked.isTrial !== true) await enterAll(site, db, officer, plan.entered.map(numberOf))
    return done({ ...plan, passed: reading.passed })
  })
}

function knownTo(site: Site, units: readonly Unit[], reach: readonly string[]): Known {
  const words = [figureNames(site, 'zh'), figureNames(site, 'en')]
  return {
    units: new Map(
      units.map(({ id, code, path, sinceOn, untilOn, ...unit }) => {
        const names = [unit.nameZh, unit.nameEn, unit.shortZh, unit.shortEn]
        return [code, { id, names, sinceOn, untilOn, isInReach: reach.some((one) => covers(one, path)) }]
      }),
    ),
    figures: new Map(
      figures.map(({ code, facts, decimals = 0 }) => [
        code,
        { names: words.map((nameOf) => nameOf(code)), isCounted: facts !== undefined, decimals },
      ]),
    ),
    today: site.today(),
  }
}

function figureNames(site: Site, lang: 'zh' | 'en'): (code: string) => string {
  return (code) => figureWords({ t: site.words[lang] }, code).name
}

function numberOf({ unitId, figure, period, value, isAtLeast, evidence }: ReadRow): NewNumber {
  return { unitId, figure, from: period.from, until: period.until, value, isAtLeast, evidence }
}

async function listStanding(db: Db, rows: readonly ReadRow[]): Promise<Entry[]> {
  const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)]
  const from = rows.map(({ period }) => period.from).toSorted()[0]
  const until = rows
    .map(({ period }) => period.until)
    .toSorted()
    .at(-1)
  if (from === undefined || until === undefined) return []
  const asked = { unitIds: distinct(rows.map(({ unitId }) => unitId)), figures: distinct(rows.map(({ figure }) => figure)) }
  return listEntries(db, { ...asked, from: asDay(from), until: asDay(until) })
}
