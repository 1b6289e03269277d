import { randomUUID } from 'node:crypto'
import { dayOf } from '../../kernel/day.ts'
import { covers, reach } from '../../kernel/policy.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { exists, listUnitIdsUnder, listUnits, type Unit } from '../organisations/index.ts'
import { momentAt, timeOf, type Officer } from '../publishing/index.ts'
import { ReportPage, type TypedReport } from './pages/report-page.tsx'
import { RumoursPage } from './pages/rumours-page.tsx'
import { listRumours } from './queries.ts'
import { readRumour, type RumourView } from './read-rumours.ts'
import { reportRumour, type ReportRefusal } from './report-rumour.ts'

/** What circulates: the register, and the form that adds to it. */
export const registerRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/clarifications', policy: 'clarifications.read', answer: showRegister },
  { method: 'GET', path: '/desk/clarifications/new', policy: 'clarifications.write', answer: showNew },
  { method: 'POST', path: '/desk/clarifications/new', policy: 'clarifications.write', answer: report },
]

const most = 200

export function officerIn(ask: Ask): Officer {
  if (ask.visitor === undefined) throw new Error('an act without a visitor')
  return { personId: ask.visitor.personId, posts: ask.visitor.posts }
}

async function showRegister(ask: Ask): Promise<Answer> {
  const db = ask.site.database.read
  const unitIds = await listUnitIdsUnder(db, reach('clarifications.read', officerIn(ask).posts))
  const views: RumourView[] = []
  for (const rumour of await listRumours(db, unitIds, most)) views.push(await readRumour(ask.site, db, rumour))
  return { page: <RumoursPage reader={ask.reader} views={views} /> }
}

async function showNew(ask: Ask): Promise<Answer> {
  const now = ask.site.now()
  const empty = { unit: '', claim: '', place: '', reporter: '', isMajor: '', reportedOn: dayOf(now), reportedTime: timeOf(now) }
  return newPage(ask, empty, randomUUID(), [])
}

const fieldOf: Record<ReportRefusal, string> = {
  'unit-missing': 'unit',
  'claim-missing': 'claim',
  'claim-too-long': 'claim',
  'place-missing': 'place',
  'time-missing': 'reportedOn',
  'time-ahead': 'reportedOn',
}

async function newPage(ask: Ask, typed: TypedReport, once: string, refusals: readonly ReportRefusal[]): Promise<Answer> {
  const errors = refusals.map((one) => ({ field: fieldOf[one], message: ask.reader.t(`clarifications.refused.${one}`) }))
  return {
    status: errors.length > 0 ? 422 : 200,
    page: <ReportPage reader={ask.reader} units={await unitsFor(ask)} typed={typed} once={once} errors={errors} />,
  }
}

async function unitsFor(ask: Ask): Promise<Unit[]> {
  const paths = reach('clarifications.write', officerIn(ask).posts)
  const units = await listUnits(ask.site.database.read)
  return units.filter((unit) => exists(unit, ask.site.today()) && paths.some((path) => covers(path, unit.path)))
}

async function report(ask: Ask): Promise<Answer> {
  const text = (name: string) => field(ask, name).trim()
  const once = /^[0-9a-f-]{36}$/.test(text('_once')) ? text('_once') : randomUUID()
  const typed: TypedReport = {
    ...{ unit: text('unit'), claim: text('claim'), place: text('place'), reporter: text('reporter'), isMajor: text('isMajor') },
    ...{ reportedOn: text('reportedOn'), reportedTime: text('reportedTime') },
  }
  const outcome = await reportRumour(ask.site, officerIn(ask), {
    ...{
      unit: typed.unit,
      claim: typed.claim,
      place: typed.place,
      reporter: typed.reporter,
      isMajor: typed.isMajor === 'yes',
      formKey: once,
    },
    reportedAt: momentAt(typed.reportedOn, typed.reportedTime),
  })
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/clarifications/${outcome.value}`) }
  return newPage(ask, typed, once, outcome.refusals)
}
