import { NotFound } from '../../../kernel/faults.ts'
import { field, fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { findUnit } from '../../organisations/index.ts'
import { figureOf } from '../figures/all-figures.ts'
import { askedInReach } from '../figures/asked-question.ts'
import { periodFrom, periodWith } from '../figures/period.ts'
import { officerIn } from '../making/asked-report.ts'
import { EnterFigurePage, type TypedFigure } from '../pages/desk-figure-pages.tsx'
import { figurePath } from '../pages/figure-words.ts'
import { enterFigure } from './enter-figure.ts'
import type { Entry, EntryRefusal } from './entry.ts'
import { findEntry } from './queries.ts'
import { strikeFigure } from './strike-figure.ts'

const policy = 'figures.enter'

/** Numbers that no record shows: entered and struck by hand. */
export const enteredRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/figures/enter', policy, answer: showForm },
  { method: 'POST', path: '/desk/figures/enter', policy, answer: enter },
  { method: 'POST', path: '/desk/figures/entries/:id/strike', policy, about: pathOfEntry, answer: strikeIt },
]

const fieldOf: Record<EntryRefusal, keyof TypedFigure> = {
  'unit-missing': 'unit',
  'figure-unknown': 'figure',
  'period-wrong': 'period',
  'period-to-come': 'period',
  'value-wrong': 'value',
  'value-not-whole': 'value',
  'evidence-missing': 'evidence',
  'evidence-long': 'evidence',
}

async function showForm(ask: Ask): Promise<Answer> {
  const { inReach, unit } = await askedInReach(ask, policy)
  const period = ask.query['period'] ?? periodWith('quarter', ask.reader.today).code
  const typed = { unit: unit.code, figure: ask.query['figure'] ?? '', period, value: '', atLeast: [], evidence: '' }
  return { page: <EnterFigurePage reader={ask.reader} units={inReach} typed={typed} /> }
}

async function enter(ask: Ask): Promise<Answer> {
  const text = (name: string): string => field(ask, name).trim()
  const typed: TypedFigure = {
    ...{ unit: text('unit'), figure: text('figure'), period: text('period'), value: text('value') },
    ...{ atLeast: fields(ask, 'atLeast'), evidence: field(ask, 'evidence') },
  }
  const { inReach } = await askedInReach({ ...ask, query: {} }, policy)
  const unit = inReach.find((one) => one.code === typed.unit)
  const figure = figureOf(typed.figure)
  const outcome = await enterFigure(ask.site, officerIn(ask), {
    ...{ unitId: unit?.id, figure: figure?.facts === undefined ? figure?.code : undefined, span: periodFrom(typed.period) },
    ...{ value: typed.value, evidence: typed.evidence, isAtLeast: typed.atLeast.includes('yes'), decimals: figure?.decimals ?? 0 },
  })
  if (outcome.ok) return { redirect: href(ask.reader, pathOf(outcome.value, typed.unit, 'enter')) }
  const errors = outcome.refusals.map((refusal): FieldError => ({
    field: fieldOf[refusal],
    message: ask.reader.t(`account.refused.${refusal}`),
  }))
  return { status: 422, page: <EnterFigurePage {...{ reader: ask.reader, units: inReach, typed, errors }} /> }
}

async function strikeIt(ask: Ask): Promise<Answer> {
  const entry = await askedEntry(ask)
  if (entry === undefined) throw new NotFound(`entry ${ask.params['id']}`)
  await strikeFigure(ask.site, officerIn(ask), entry.id)
  const unit = await findUnit(ask.site.database.read, entry.unitId)
  return { redirect: href(ask.reader, pathOf(entry, unit?.code ?? '', 'strike')) }
}

/** For the edge: the path of the unit whose number an address names. */
async function pathOfEntry(ask: Ask): Promise<string | undefined> {
  const entry = await askedEntry(ask)
  return entry && (await findUnit(ask.site.database.read, entry.unitId))?.path
}

function askedEntry(ask: Ask): Promise<Entry | undefined> {
  const id = ask.params['id'] ?? ''
  return /^\d{1,15}$/.test(id) ? findEntry(ask.site.database.read, Number(id)) : Promise.resolve(undefined)
}

/** The page of the figure for the span that was entered. */
function pathOf(entry: Entry, unit: string, done: string): string {
  const whole = (['year', 'half-year', 'quarter', 'month'] as const).map((kind) => periodWith(kind, entry.from))
  const period = whole.find(({ until }) => until === entry.until) ?? whole[0]
  return figurePath('desk', { code: entry.figure }, { unit, period: period?.code, done })
}
