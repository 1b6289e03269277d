import { addWorkingDays, workingDayFrom } from '../kernel/calendar.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import type { Role } from '../kernel/policy.ts'
import { joinTransaction } from '../platform/database/index.ts'
import type { Site } from '../platform/site.ts'
import { listPeopleWithRole } from '../features/accounts/index.ts'
import { openCounter } from '../features/applications/index.ts'
import { listUnits, type Unit } from '../features/organisations/index.ts'
import type { Officer } from '../features/publishing/index.ts'
import { planCases, type PlannedCase } from './plan-cases.ts'
import { playStep } from './play-step.ts'
import { receiveCase } from './receive-case.ts'
import { readApplications, type DemoApplications } from './read-applications.ts'
import type { Setting } from './setting.ts'
import { momentOn, monthsOfPast, type Moment, type Stage } from './stage.ts'

/** Kinds of units that take applications in the demo city. Nobody in it writes for the city government itself: its office does. */
const taking: readonly string[] = ['county', 'department', 'town']

/** Every so many units one promises an answer sooner than the statute asks. */
const promising = { every: 5, workingDays: 15 }

/** Opens the counters, since the day the regulations came into force, or the unit into being. */
export async function openCounters({ site }: Stage): Promise<void> {
  const units = (await listUnits(site.database.read)).filter(({ kind, untilOn }) => taking.includes(kind) && untilOn === undefined)
  const lawSince = site.pack.editions.map(({ effective }) => effective.from).sort()[0] ?? site.today()
  for (const [nth, unit] of units.entries()) {
    const since = unit.sinceOn > lawSince ? unit.sinceOn : lawSince
    await openCounter({ ...site, today: () => since }, unit.id, nth % promising.every === 1 ? promising.workingDays : undefined)
  }
}

/** One step of a case, with the day and the instant at which it happens. */
interface Piece {
  on: Day
  at: Date
  happens(site: Site): Promise<void>
}

/**
 * Everything that happens with applications, a moment for each day. What lies before the system was taken into use is typed in on its
 * first day, with its true days.
 */
export function applicationMoments(setting: Setting): Moment[] {
  const pack = readApplications()
  const holder = holdersOf(setting)
  const opening = momentOn(addMonths(setting.today, -monthsOfPast), openingMinutes)
  const days = new Map<Day | 'before', Piece[]>()
  for (const planned of planCases(setting, pack)) {
    for (const piece of piecesOf(setting, pack, planned, holder)) {
      const day = piece.at < opening ? 'before' : piece.on
      days.set(day, [...(days.get(day) ?? []), piece])
    }
  }
  return [...days].map(([day, pieces]) => {
    if (day === 'before') return { at: opening, happens: () => inOne(setting, pieces, (piece) => ({ today: () => piece.on })) }
    const inTime = pieces.sort((a, b) => a.at.getTime() - b.at.getTime())
    return { at: inTime[0]?.at ?? opening, happens: () => inOne(setting, inTime, () => ({})) }
  })
}

/** Minutes after midnight: of the first day's typing, of the first work with a case on any day, and between two steps of a case. */
const openingMinutes = 9 * 60 + 4
const firstMinutes = 8 * 60 + 31
const between = 3
const apart = 10

function piecesOf(setting: Setting, pack: DemoApplications, planned: PlannedCase, holder: Holders): Piece[] {
  const { stage, today } = setting
  const unit = setting.units.get(planned.told.unit)
  if (unit === undefined) throw new Error(`the demo city has no unit ${planned.told.unit}`)
  const begins = beginsOn(setting, planned)
  const opened = { ref: '', id: 0 }
  const known = { holder: (role: Role) => holder(unit, role), unitId: (code: string) => setting.units.get(code)?.id ?? 0 }
  const later = planned.steps.map((step, nth) => ({
    ...{ on: addWorkingDays(stage.site.calendar, begins, step.on).on, nth: nth + 1, step },
    happens: (site: Site) => playStep({ site, pack, planned, opened, ...known }, step),
  }))
  const receipt = {
    ...{ on: begins, nth: 0, step: undefined },
    happens: async (site: Site) => void Object.assign(opened, await receiveCase(site, planned, begins, known.holder)),
  }
  return [receipt, ...later]
    .filter(({ on, step }) => on <= today && (step?.do !== 'assign' || on >= addMonths(today, -monthsOfPast)))
    .map(({ on, nth, happens }) => ({ on, happens, at: momentOn(on, firstMinutes + (planned.nth % apart) + nth * between) }))
}

/** Lets pieces happen in one transaction: a demo city whose making broke off is begun again anyway. */
async function inOne({ stage }: Setting, pieces: readonly Piece[], change: (piece: Piece) => Partial<Site>): Promise<void> {
  const { site } = stage
  await site.database.transaction(async (db) => {
    for (const piece of pieces) {
      stage.moveTo(piece.at)
      await piece.happens({ ...site, ...change(piece), database: joinTransaction(site.database, db) })
    }
  })
}

/** The day on which somebody of the unit has it in hand; a portal has no days off. */
function beginsOn({ stage, today }: Setting, { channel, arrivedOn }: PlannedCase): Day {
  const on = channel === 'online' ? arrivedOn : workingDayFrom(stage.site.calendar, arrivedOn)
  return on > today ? arrivedOn : on
}

type Holders = (unit: Unit, role: Role) => Promise<Officer>

/** Who holds a role in a unit: asked once, since the posts of the play do not change. */
function holdersOf({ stage: { site } }: Setting): Holders {
  const known = new Map<string, Officer>()
  return async (unit, role) => {
    const key = `${unit.code} ${role}`
    const before = known.get(key)
    if (before !== undefined) return before
    const [person] = await listPeopleWithRole(site.database.read, role, unit.path, site.today())
    if (person === undefined) throw new Error(`the demo city: nobody is ${role} of ${unit.code}`)
    const officer: Officer = { personId: person.id, posts: [{ role, unitPath: unit.path }] }
    known.set(key, officer)
    return officer
  }
}
