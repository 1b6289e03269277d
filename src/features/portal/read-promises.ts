import { addDays, addMonths, asDay, monthOf, type Day } from '../../kernel/day.ts'
import type { Site } from '../../platform/site.ts'
import { countKeptByUnit, listTasks, type Kept, type StoredTask } from '../catalogue/index.ts'
import type { Unit } from '../organisations/index.ts'
import { listTitles } from '../publishing/index.ts'
import { sumOf, type Tally } from './pledge.ts'
import { lastYear } from './read-home.ts'
import { readPlaces, type Places } from './read-places.ts'

export const endings = ['on-time', 'late', 'empty'] as const
type Ending = (typeof endings)[number]

interface UnitKept {
  unit: Unit
  /** One per month of the table. */
  months: Tally[]
}

export interface Promises {
  months: string[]
  all: Tally
  rows: UnitKept[]
}

/** How every unit that owed something kept its word in the last twelve months, month by month. */
export async function readPromises(site: Site): Promise<Promises> {
  const db = site.database.read
  const span = lastYear(site.today())
  const { units } = await readPlaces(site, db)
  const kept = await countKeptByUnit(db, span)
  const months = monthsOf(span)
  const owing = new Map<number, Kept[]>()
  for (const one of kept) owing.set(one.unitId, [...(owing.get(one.unitId) ?? []), one])
  const rows = [...owing].flatMap(([unitId, own]) => {
    const unit = units.get(unitId)
    return unit === undefined ? [] : [{ unit, months: months.map((month) => tallyOf(own, month)) }]
  })
  return { months, all: sumOf(kept), rows: rows.sort((a, b) => a.unit.path.localeCompare(b.unit.path, 'en', { numeric: true })) }
}

/** What a reader asks the list of promises for. */
export interface PromiseQuestion {
  ending?: Ending
  unit?: string
  /** `YYYY-MM` */
  month?: string
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
    ...spanOf(question, site.today()),
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

function spanOf(question: PromiseQuestion, today: Day): { dueFrom: Day; dueUntil: Day } {
  const { from, until } = lastYear(today)
  if (question.month === undefined) return { dueFrom: from, dueUntil: until }
  const first = asDay(`${question.month}-01`)
  const last = addDays(addMonths(first, 1), -1)
  return { dueFrom: first < from ? from : first, dueUntil: last > until ? until : last }
}

function monthsOf({ from, until }: { from: Day; until: Day }): string[] {
  const months: string[] = []
  for (let first = asDay(`${monthOf(from)}-01`); first <= until; first = addMonths(first, 1)) months.push(monthOf(first))
  return months
}

function tallyOf(kept: readonly Kept[], month: string): Tally {
  return kept.find((one) => one.month === month) ?? { onTime: 0, late: 0, empty: 0 }
}
