import { addWorkingDays, workingDayFrom } from '../kernel/calendar.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import type { Role } from '../kernel/policy.ts'
import { joinTransaction } from '../platform/database/index.ts'
import type { Site } from '../platform/site.ts'
import { listPeopleWithRole } from '../features/accounts/index.ts'
import { openCounter, registerApplication, submitApplication } from '../features/applications/index.ts'
import { listUnits, type Unit } from '../features/organisations/index.ts'
import type { Officer } from '../features/publishing/index.ts'
import { planCases, type PlannedCase } from './plan-cases.ts'
import { playStep } from './play-step.ts'
import { readApplications, type DemoApplications, type DemoStep } from './read-applications.ts'
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
  const { today } = setting
  const opening = momentOn(addMonths(today, -monthsOfPast), hour)
  const begins = beginsOn(setting, planned)
  const unit = setting.units.get(planned.told.unit)
  if (unit === undefined) throw new Error(`the demo city has no unit ${planned.told.unit}`)
  const started = { ref: '', id: 0 }
  const perform = async (site: Site, step: DemoStep): Promise<void> => {
    if (step.do === 'receive') Object.assign(started, await receive(site, planned, begins, () => holder(unit, 'information-officer')))
    else
      await playStep({ site, pack, planned, ...started, holder: (role) => holder(unit, role), unitId: (code) => idOf(setting, code) }, step)
  }
  const days = daysOfCase(setting, planned, begins)
  // Before the system was taken into use nobody held a post in it to whom a case could be given.
  const mayHappen = (on: Day, step: DemoStep): boolean => on <= today && (step.do !== 'assign' || momentOn(on, hour) > opening)
  return days.map(({ on, first, steps }) => {
    const at = momentOn(on, hour + (planned.nth % 40) + first * between)
    const happens = () =>
      inOne(
        setting,
        on,
        at < opening,
        steps.filter((step) => mayHappen(on, step)),
        perform,
      )
    return { at: at < opening ? opening : at, happens }
  })
}

/** The steps of a case by their days, the receipt first; `first` is the number of the first of them in the case. */
function daysOfCase({ stage, today }: Setting, planned: PlannedCase, begins: Day): { on: Day; first: number; steps: DemoStep[] }[] {
  const days: { on: Day; first: number; steps: DemoStep[] }[] = [{ on: begins, first: 0, steps: [{ on: 0, do: 'receive' }] }]
  for (const [nth, step] of planned.steps.entries()) {
    const { on } = addWorkingDays(stage.site.calendar, begins, step.on)
    const last = days.at(-1)
    // A recall needs its request to be in the register; the rest of a day is one piece of work.
    if (last?.on === on && last.first > 0) last.steps.push(step)
    else if (on <= today) days.push({ on, first: nth + 1, steps: [step] })
  }
  return days
}

/** Lets the steps of a day happen a few minutes after each other, in one transaction: all acts of a demo city are made again when it breaks off. */
async function inOne(
  { stage }: Setting,
  on: Day,
  isTypedLater: boolean,
  steps: readonly DemoStep[],
  perform: (site: Site, step: DemoStep) => Promise<void>,
): Promise<void> {
  const site = isTypedLater ? { ...stage.site, today: () => on } : stage.site
  await site.database.transaction(async (db) => {
    const joined = { ...site, database: joinTransaction(site.database, db) }
    for (const [nth, step] of steps.entries()) {
      if (nth > 0 && !isTypedLater) stage.moveTo(new Date(site.now().getTime() + between * 60_000))
      await perform(joined, step)
    }
  })
}

function idOf({ units }: Setting, code: string): number {
  return units.get(code)?.id ?? 0
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
