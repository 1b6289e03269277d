import { NotFound } from '../../../kernel/faults.ts'
import { inReach, type Action } from '../../../kernel/policy.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { exists, findUnit, listUnits, type Unit } from '../../organisations/index.ts'
import { before, periodWith } from '../figures/period.ts'
import { askedAfter } from '../figures/asked-question.ts'
import { isTakenAway, lengthOf, takeAway } from '../figures/give-records.ts'
import { officerIn } from '../making/asked-report.ts'
import { beginCircular } from './begin-circular.ts'
import { parts, type Circular } from './circular.ts'
import { governmentOf } from './count-rows.ts'
import { handCircular } from './hand-circular.ts'
import { circularPack } from './load-circular-pack.ts'
import { CellDriftPage, DeskCellPage, shownTo } from './pages/cell-pages.tsx'
import { CircularPage } from './pages/circular-page.tsx'
import type { CircularPageProps } from './pages/circular-props.ts'
import { CircularsPage, type CircularsPageProps } from './pages/circulars-page.tsx'
import { findCircular, listCircularIssues, listCirculars } from './queries-circulars.ts'
import { readCellChange } from './read-cell-change.ts'
import { readCircular, readIssueCell, readTold } from './read-circular.ts'
import { writeCircular } from './write-circular.ts'

const path = '/desk/reports/circulars'
const about = pathOfCircular

/** Circulars at the desk: begun and written by the office, handed to publishing by the unit that publishes them. */
export const circularRoutes: readonly Route[] = [
  { method: 'GET', path, policy: 'reports.read', answer: (ask) => showAll(ask) },
  { method: 'POST', path, policy: 'circulars.write', answer: begin },
  { method: 'GET', path: `${path}/:id`, policy: 'reports.read', about, answer: (ask) => show(ask) },
  { method: 'GET', path: `${path}/:id/cell`, policy: 'reports.read', about, answer: showCell },
  { method: 'GET', path: `${path}/:id/drift`, policy: 'reports.read', about, answer: showDrift },
  { method: 'POST', path: `${path}/:id/words`, policy: 'circulars.write', about, answer: write },
  { method: 'POST', path: `${path}/:id/hand`, policy: 'reports.write', about, answer: hand },
]

const publishers = ['province', 'city', 'county', 'town', 'department']

async function findAsked(ask: Ask): Promise<Circular | undefined> {
  const id = ask.params['id'] ?? ''
  return /^\d{1,15}$/.test(id) ? findCircular(ask.site.database.read, Number(id)) : undefined
}

async function askedCircular(ask: Ask): Promise<Circular> {
  const circular = await findAsked(ask)
  if (circular === undefined) throw new NotFound(`circular ${ask.params['id']}`)
  return circular
}

/** For the edge: the path of the unit that tells the circular which an address names. */
async function pathOfCircular(ask: Ask): Promise<string | undefined> {
  const circular = await findAsked(ask)
  return circular && (await findUnit(ask.site.database.read, circular.unitId))?.path
}

async function unitsIn(ask: Ask, action: Action): Promise<Unit[]> {
  return inReach(await listUnits(ask.site.database.read), action, ask.visitor?.posts ?? [])
}

/** Units in whose name the visitor may tell: the government that a unit serves must be theirs too, because its other units are told of. */
async function publishersIn(ask: Ask): Promise<Unit[]> {
  const units = await unitsIn(ask, 'circulars.write')
  const every = await listUnits(ask.site.database.read)
  return units.filter(
    (unit) =>
      publishers.includes(unit.kind) && exists(unit, ask.reader.today) && units.some(({ id }) => id === governmentOf(unit, every).id),
  )
}

async function showAll(ask: Ask, back: Partial<Pick<CircularsPageProps, 'typed' | 'errors'>> = {}): Promise<Answer> {
  const db = ask.site.database.read
  const units = await unitsIn(ask, 'reports.read')
  const circulars = await listCirculars(
    db,
    units.map(({ id }) => id),
  )
  const issues = await listCircularIssues(
    db,
    circulars.map(({ id }) => id),
  )
  const [quarter, month] = [periodWith('quarter', ask.reader.today), periodWith('month', ask.reader.today)]
  const periods = [before(quarter), quarter, before(month), month, before(before(quarter)), periodWith('year', ask.reader.today)]
  const writable = await publishersIn(ask)
  const own = writable.find(({ kind }) => kind === 'department') ?? writable[0]
  const first = { unit: own?.code ?? '', period: before(quarter).code, peers: 'department', method: 'entered' }
  const props = { reader: ask.reader, units, circulars, issues, writable, periods, pack: circularPack, typed: back.typed ?? first }
  return { status: back.errors ? 422 : 200, page: <CircularsPage {...props} {...(back.errors ? { errors: back.errors } : {})} /> }
}

const fieldOf = {
  'period-wrong': 'period',
  'period-to-come': 'period',
  'begun-before': 'period',
  'kind-unknown': 'peers',
  'no-peers': 'peers',
  'method-unknown': 'method',
} as const

async function begin(ask: Ask): Promise<Answer> {
  const text = (name: string): string => field(ask, name).trim()
  const typed = { unit: text('unit'), period: text('period'), peers: text('peers'), method: text('method') }
  const unit = (await publishersIn(ask)).find(({ code }) => code === typed.unit)
  if (unit === undefined) {
    const errors = [{ field: 'unit', message: ask.reader.t('circular.refused.unit-missing') }]
    return showAll(ask, { typed, errors })
  }
  const outcome = await beginCircular(ask.site, officerIn(ask).personId, unit, typed)
  if (outcome.ok) return { redirect: href(ask.reader, `${path}/${outcome.value.id}?done=begun`) }
  const errors = outcome.refusals.map((refusal): FieldError => ({
    field: fieldOf[refusal],
    message: ask.reader.t(`circular.refused.${refusal}`),
  }))
  return showAll(ask, { typed, errors })
}

async function show(ask: Ask, back: Pick<CircularPageProps, 'typed' | 'errors'> = {}): Promise<Answer> {
  const view = await readCircular(ask.site, await askedCircular(ask))
  const takesOver = ask.query['with'] === 'proposals'
  const props = { reader: ask.reader, view, pack: circularPack, takesOver, ...back, done: ask.query['done'] ?? '' }
  return { status: back.errors ? 422 : 200, page: <CircularPage {...props} /> }
}

async function write(ask: Ask): Promise<Answer> {
  const { id } = await askedCircular(ask)
  const texts = Object.fromEntries(parts.map((part) => [part, field(ask, part).trim()]))
  const form = { version: Number(field(ask, 'version')), method: field(ask, 'method').trim(), texts }
  const outcome = await writeCircular(ask.site, officerIn(ask).personId, id, form)
  if (outcome.ok) return { redirect: href(ask.reader, `${path}/${id}?done=saved`) }
  const errors = outcome.refusals.map((refusal): FieldError => ({
    field: refusal === 'method-unknown' ? 'method' : 'praise',
    message: ask.reader.t(`circular.refused.${refusal}`),
  }))
  return show(ask, { typed: { ...texts, method: form.method }, errors })
}

async function hand(ask: Ask): Promise<Answer> {
  const { id } = await askedCircular(ask)
  const outcome = await handCircular(ask.site, officerIn(ask), id, Number(field(ask, 'version')))
  if (outcome.ok) return { redirect: href(ask.reader, `${path}/${id}?done=handed`) }
  const errors = outcome.refusals.map((refusal): FieldError => ({ field: 'hand', message: ask.reader.t(`circular.refused.${refusal}`) }))
  return show(ask, { errors })
}

async function showCell(ask: Ask): Promise<Answer> {
  const { circular, told, cell } = await askedNumber(ask)
  if (isTakenAway(ask)) {
    const place = shownTo(ask.reader, 'desk', cell)
    return takeAway(ask, { facts: cell.facts, next: cell.next, units: told.units, place, isCase: false })
  }
  return { page: <DeskCellPage {...{ reader: ask.reader, circular, told, cell }} /> }
}

/** What changed behind one number since the circular was handed over. */
async function showDrift(ask: Ask): Promise<Answer> {
  const { reader, site } = ask
  const asked = await askedNumber(ask)
  const after = askedAfter(ask)
  const number = await readCellChange(site.database.read, asked.cell, after)
  return { page: <CellDriftPage {...{ reader, ...asked, number, after, place: 'desk' }} /> }
}

async function askedNumber(ask: Ask) {
  const circular = await askedCircular(ask)
  const told = await readTold(ask.site, circular)
  const [issue] = await listCircularIssues(ask.site.database.read, [circular.id])
  const asked = { unit: ask.query['unit'] ?? '', figure: ask.query['figure'] ?? '', after: askedAfter(ask), limit: lengthOf(ask) }
  const cell = issue && (await readIssueCell(ask.site, told, issue, asked))
  if (issue === undefined || cell === undefined) throw new NotFound(`number ${asked.unit} ${asked.figure}`)
  return { circular, told, cell }
}
