import type { Day } from '../../kernel/day.ts'
import type { Site } from '../../platform/site.ts'
import { countKeptByUnit, listTasks, type Kept, type StoredTask } from '../catalogue/index.ts'
import type { Unit } from '../organisations/index.ts'
import { listTitles } from '../publishing/index.ts'
import { monthsOf, periodOf, yearsOf, type AskedPeriod } from './period.ts'
import { sumOf, type Tally } from './pledge.ts'
import { readPlaces, type Places } from './read-places.ts'
import { unitOf } from './read-unit.ts'

export const endings = ['on-time', 'late', 'empty'] as const
type Ending = (typeof endings)[number]

interface UnitKept {
  unit: Unit
  /** One per month of the table. */
  months: Tally[]
}

export interface Promises {
  /** The calendar year asked for; undefined: the last twelve months. */
  year?: number | undefined
  months: string[]
  all: Tally
  /** All units together, one per month. */
  byMonth: Tally[]
  rows: UnitKept[]
}

/** How every unit that owed something kept its word in the last twelve months or in a calendar year, month by month. */
export async function readPromises(site: Site, year?: number): Promise<Promises> {
  const db = site.database.read
  const span = periodOf({ year }, site.today())
  const { units } = await readPlaces(site, db)
  const kept = await countKeptByUnit(db, span)
  const months = monthsOf(span)
  const owing = new Map<number, Kept[]>()
  for (const one of kept) owing.set(one.unitId, [...(owing.get(one.unitId) ?? []), one])
  const rows = [...owing].flatMap(([unitId, own]) => {
    const unit = units.get(unitId)
    return unit === undefined ? [] : [{ unit, months: months.map((month) => tallyOf(own, month)) }]
  })
  const byMonth = months.map((month) => tallyOf(kept, month))
  return {
    year,
    months,
    all: sumOf(kept),
    byMonth,
    rows: rows.sort((a, b) => a.unit.path.localeCompare(b.unit.path, 'en', { numeric: true })),
  }
}

export interface OwnPromises {
  unit: Unit
  /** One per calendar year, the running one first; twelve months each, undefined where they have not gone by. */
  years: { year: number; months: (Tally | undefined)[] }[]
  /** The year whose months the chart and the table show; undefined: the last twelve months. */
  year?: number | undefined
  months: string[]
  byMonth: Tally[]
  all: Tally
}

/** How one unit kept its word: three calendar years at a glance, and one period in figures. Throws NotFound when there never was such a unit. */
export async function readOwnPromises(site: Site, code: string, year?: number): Promise<OwnPromises> {
  const db = site.database.read
  const today = site.today()
  const unit = unitOf(await readPlaces(site, db), code)
  const years = yearsOf(today)
  const { until } = periodOf({}, today)
  const kept = await countKeptByUnit(db, { from: periodOf({ year: Math.min(...years) }, today).from, until, unitId: unit.id })
  const months = monthsOf(periodOf({ year }, today))
  const byMonth = months.map((month) => tallyOf(kept, month))
  const gone = new Set(years.flatMap((one) => monthsOf(periodOf({ year: one }, today))))
  const monthsIn = (one: number) => Array.from({ length: 12 }, (_, at) => `${one}-${String(at + 1).padStart(2, '0')}`)
  return {
    ...{ unit, year, months, byMonth, all: sumOf(byMonth) },
    years: years.map((one) => ({
      year: one,
      months: monthsIn(one).map((month) => (gone.has(month) ? tallyOf(kept, month) : undefined)),
    })),
  }
}

/** What a reader asks the list of promises for. */
export interface PromiseQuestion extends AskedPeriod {
  ending?: Ending
  unit?: string
  after?: { dueOn: Day; id: number }
}

export interface PromiseList {
  places: Places
  unit?: Unit
  tasks: StoredTask[]
  titles: Map<string, string>
  next?: { dueOn: Day; id: number }
}

const pageSize = 50

/** The tasks behind a figure, in the order of their due days. */
export async function listPromises(site: Site, question: PromiseQuestion): Promise<PromiseList> {
  const db = site.database.read
  const places = await readPlaces(site, db)
  const unit = [...places.units.values()].find((one) => one.code === question.unit)
  const tasks = await listTasks(db, {
    ...dueWithin(question, site.today()),
    ...endingFilter(question.ending),
    unitIds: question.unit === undefined ? undefined : unit === undefined ? [] : [unit.id],
    dutyIds: places.everyDuty.filter((duty) => duty.mode === 'proactive').map((duty) => duty.id),
    isPromised: true,
    after: question.after,
    limit: pageSize + 1,
  })
  const shown = tasks.slice(0, pageSize)
  const last = tasks.length > pageSize ? shown.at(-1) : undefined
  const titles = await listTitles(
    db,
    shown.flatMap((task) => (task.fulfilledBy === undefined ? [] : [task.fulfilledBy])),
  )
  return { places, unit, tasks: shown, titles, next: last && { dueOn: last.dueOn, id: last.id } }
}

function endingFilter(ending: Ending | undefined): { isOpen?: boolean; isLate?: boolean } {
  if (ending === 'empty') return { isOpen: true }
  return ending === undefined ? {} : { isOpen: false, isLate: ending === 'late' }
}

function dueWithin(question: AskedPeriod, today: Day): { dueFrom: Day; dueUntil: Day } {
  const { from, until } = periodOf(question, today)
  return { dueFrom: from, dueUntil: until }
}

/** The sum over everybody in a month; nothing fell due where there is none. */
function tallyOf(kept: readonly Kept[], month: string): Tally {
  return sumOf(kept.filter((one) => one.month === month))
}
