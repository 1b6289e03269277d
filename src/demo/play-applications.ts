import { addWorkingDays, workingDayFrom } from '../kernel/calendar.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import type { Role } from '../kernel/policy.ts'
import type { Site } from '../platform/site.ts'
import { listPeopleWithRole } from '../features/accounts/index.ts'
import { openCounter, registerApplication, submitApplication } from '../features/applications/index.ts'
import { listUnits, type Unit } from '../features/organisations/index.ts'
import type { Officer } from '../features/publishing/index.ts'
import { planCases, type PlannedCase } from './plan-cases.ts'
import { playStep, type Scene } from './play-step.ts'
import { readApplications, type DemoApplications } from './read-applications.ts'
import type { Setting } from './setting.ts'
import { momentOn, monthsOfPast, mustSucceed, type Moment, type Stage } from './stage.ts'

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

/** Everything that happens with applications, by its moments; what lies before the system was taken into use is typed in on its first day. */
export function applicationMoments(setting: Setting): Moment[] {
  const pack = readApplications()
  const holder = holdersOf(setting)
  return planCases(setting, pack).flatMap((planned) => momentsOf(setting, pack, planned, holder))
}

/** The first minutes of a case on a day, and of each step after it. */
const hour = 9 * 60 + 4
const between = 9

function momentsOf(setting: Setting, pack: DemoApplications, planned: PlannedCase, holder: Holders): Moment[] {
  const { stage, today } = setting
  const opening = momentOn(addMonths(today, -monthsOfPast), hour)
  const begins = beginsOn(setting, planned)
  const minutes = hour + (planned.nth % 40)
  const unit = setting.units.get(planned.told.unit)
  if (unit === undefined) throw new Error(`the demo city has no unit ${planned.told.unit}`)
  const started: { ref?: string; id?: number } = {}
  const moment = (on: Day, nth: number, happens: (site: Site) => Promise<void>): Moment => {
    const at = momentOn(on, minutes + nth * between)
    const played = { ...stage.site, today: () => on }
    return at < opening ? { at: opening, happens: () => happens(played) } : { at, happens: () => happens(stage.site) }
  }
  const sceneOn = (site: Site): Scene => ({
    ...{ site, pack, planned, ref: started.ref ?? '', id: started.id ?? 0 },
    holder: (role) => holder(unit, role),
    unitId: (code) => setting.units.get(code)?.id ?? 0,
  })
  const later = planned.steps
    .map((step, nth) => ({ on: addWorkingDays(stage.site.calendar, begins, step.on).on, nth: nth + 1, step }))
    // Before the system was taken into use nobody held a post in it to whom a case could be given.
    .filter(({ on, step }) => on <= today && (step.do !== 'assign' || momentOn(on, hour) > opening))
  return [
    moment(
      begins,
      0,
      async (site) => void Object.assign(started, await receive(site, planned, begins, () => holder(unit, 'information-officer'))),
    ),
    ...later.map(({ on, nth, step }) => moment(on, nth, (site) => playStep(sceneOn(site), step))),
  ]
}

/** The day on which somebody of the unit has it in hand; a portal has no days off. */
function beginsOn({ stage, today }: Setting, { channel, arrivedOn }: PlannedCase): Day {
  const on = channel === 'online' ? arrivedOn : workingDayFrom(stage.site.calendar, arrivedOn)
  return on > today ? arrivedOn : on
}

const unreached = ['confirmed-later', 'never-confirmed']
const confirming: readonly string[] = ['ordinary-post', 'fax', 'email']

async function receive(site: Site, planned: PlannedCase, on: Day, officer: () => Promise<Officer>): Promise<{ id: number; ref: string }> {
  const { told, nth, channel, wish, applicant, arrivedOn } = planned
  const request = { unit: told.unit, wish, applicant, formKey: `demo-application-${nth}`, files: [] }
  const what = `receive case ${nth} of ${told.unit}`
  if (channel === 'online') {
    const language = planned.answers[0]?.subject.lang ?? 'zh'
    return mustSucceed(await submitApplication(site, { ...request, language, isMailed: false }), what)
  }
  const isConfirmed = confirming.includes(channel) && !unreached.includes(told.script)
  const arrival = { channel, arrivedOn, ...(isConfirmed ? { confirmedOn: on } : {}) }
  return mustSucceed(await registerApplication(site, await officer(), { ...request, arrival }), what)
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
