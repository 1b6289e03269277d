import { isWorkingDay } from '../kernel/calendar.ts'
import { addDays, addMonths, daysBetween, type Day } from '../kernel/day.ts'
import { nameStandIn } from '../features/accounts/index.ts'
import { confirmStanding, listDuties, listTasks, planTasks } from '../features/catalogue/index.ts'
import { listUnits } from '../features/organisations/index.ts'
import { listPublic } from '../features/publishing/index.ts'
import { applicationMoments } from './play-applications.ts'
import { carriersOf } from './play-carriers.ts'
import { gazettesOf } from './play-gazettes.ts'
import { begin, change, handOn } from './publish.ts'
import { circularMoments } from './play-circulars.ts'
import { summaryMoments } from './play-summaries.ts'
import { cascadeMoments } from './play-cascade.ts'
import { materialMoments } from './play-materials.ts'
import { lineMoments } from './play-reports.ts'
import { roundMoments } from './play-rounds.ts'
import { readCascade } from './read-cascade.ts'
import { releases } from './play-release.ts'
import { placeInTime } from './place-in-time.ts'
import type { DemoPack, DemoPublication } from './read-pack.ts'
import type { Running, Setting } from './setting.ts'
import { momentOn, monthsOfPast, mustSucceed, type Moment, type Stage } from './stage.ts'
import { standingPublications } from './standing-publications.ts'

/** Lets everything that was written, signed and changed happen in the order of time. Gives the number of documents. */
export async function playPublications(stage: Stage, pack: DemoPack, today: Day, posts: Map<string, number>): Promise<number> {
  const db = stage.site.database.read
  const setting: Setting = {
    stage,
    today,
    units: new Map((await listUnits(db)).map((unit) => [unit.code, unit])),
    duties: new Map((await listDuties(db)).map((duty) => [duty.code, duty])),
    begun: new Map(),
  }
  const publications = [...standingPublications(setting, pack), ...placeInTime(pack.publications, today)]
  const moments = [
    ...nightlyPlans(setting),
    ...standIns(setting, pack, posts),
    ...confirmations(setting),
    ...carriersOf(setting, pack.carriers),
    ...gazettesOf(setting),
    ...materialMoments(setting),
    ...lineMoments(setting),
    ...roundMoments(setting),
    ...circularMoments(setting),
    ...summaryMoments(setting),
    ...cascadeMoments(setting, readCascade()),
    ...releases(setting, pack),
    ...applicationMoments(setting),
    ...publications.flatMap((publication, index) => momentsOf(setting, publication, index)),
  ]
  moments.sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const moment of moments) {
    stage.moveTo(moment.at)
    await moment.happens()
  }
  return publications.length
}

/** The tasks are laid out on the first of each month, and once more today. */
function nightlyPlans({ stage, today }: Setting): Moment[] {
  const months = Array.from({ length: monthsOfPast + 1 }, (_, n) => addMonths(today, n - monthsOfPast))
  return months.map((day) => ({ at: momentOn(day, 9 * 60 + 1), happens: async () => void (await planTasks(stage.site)) }))
}

function standIns({ stage, today }: Setting, pack: DemoPack, posts: Map<string, number>): Moment[] {
  return pack.people.flatMap(({ login, standIn }) => {
    const postId = standIn && posts.get(`${standIn.for} ${standIn.unit} ${standIn.role}`)
    if (standIn === undefined || postId === undefined) return []
    const given = {
      login,
      sinceOn: addDays(today, standIn.fromDays),
      untilOn: addDays(today, standIn.untilDays),
      reason: '休假期间代理，按规定办理交接',
    }
    const at = momentOn(addDays(today, Math.min(0, standIn.fromDays)), 9 * 60 + 2)
    return [{ at, happens: async () => void mustSucceed(await nameStandIn(stage.site, 'system', postId, given), `${login} stands in`) }]
  })
}

/** Standing items are confirmed once a year by most units: nine of ten in time, by the way their ids fall. */
function confirmations({ stage, today }: Setting): Moment[] {
  const days = Array.from({ length: monthsOfPast }, (_, n) => addDays(addMonths(today, n - monthsOfPast + 1), -3))
  return days.map((day) => ({
    at: momentOn(day, 16 * 60 + 40),
    happens: async () => {
      const db = stage.site.database.read
      const standing = (await listDuties(db)).filter((duty) => duty.rule.kind === 'standing').map((duty) => duty.id)
      const open = await listTasks(db, {
        dutyIds: standing,
        isOpen: true,
        dueFrom: day,
        dueUntil: addDays(day, 45),
        opensUntil: day,
        limit: 2000,
      })
      for (const task of open.filter((one) => one.unitId % 10 !== 7)) {
        const last = (await listPublic(db, { dutyId: task.dutyId, limit: 500 })).find((line) => line.unitId === task.unitId)
        if (last !== undefined) await confirmStanding(stage.site, 'system', task.id, true)
      }
    },
  }))
}

const hands = ['submit', 'approve', 'clear', 'sign'] as const
const handsReached = { draft: 0, submitted: 1, 'head-approved': 2, 'secrecy-reviewed': 3 } as const
// Minutes after midnight at which a demo document is begun, submitted, approved, cleared and signed.
const hours = [9 * 60 + 12, 10 * 60 + 5, 11 * 60 + 20, 14 * 60 + 45, 16 * 60 + 10]

/** Everything that happens to one publication, spread over the days between its beginning and its release. */
function momentsOf(setting: Setting, publication: DemoPublication, index: number): Moment[] {
  const running: Running = { publication }
  const reached = publication.state === undefined ? hands.length : handsReached[publication.state]
  const days = daysOf(setting, publication)
  const at = (step: number): Date => momentOn(days[step] ?? setting.today, (hours[step] ?? 0) + (index % 23))
  const moments: Moment[] = [{ at: at(0), happens: () => begin(setting, running) }]
  hands.slice(0, reached).forEach((hand, step) => moments.push({ at: at(step + 1), happens: () => handOn(setting, running, hand) }))
  const changed = publication.change
  if (changed !== undefined) {
    moments.push({
      at: momentOn(addDays(setting.today, -changed.daysAgo), 17 * 60 + (index % 50)),
      happens: () => change(setting, running),
    })
  }
  return moments
}

/** The day of the beginning and of each hand: working days, never before the information was formed, never after today. */
function daysOf({ stage, today }: Setting, publication: DemoPublication): Day[] {
  const formed = addDays(today, -publication.formedDaysAgo)
  const end = addDays(today, -Math.max(publication.publishedDaysAgo ?? 1, 0))
  const begun = [formed, addDays(end, -4)].sort().at(-1) as Day
  const span = Math.max(0, daysBetween(begun, end))
  return [0, 1, 2, 3, 4].map((step) => workingDayBack(stage, addDays(begun, Math.round((span * step) / 4)), formed))
}

function workingDayBack(stage: Stage, day: Day, earliest: Day): Day {
  let on = day
  while (on > earliest && !isWorkingDay(stage.site.calendar, on)) on = addDays(on, -1)
  return on
}
