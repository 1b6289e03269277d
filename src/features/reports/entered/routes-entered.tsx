import { field, fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { findUnit } from '../../organisations/index.ts'
import { askedInReach } from '../figures/asked-question.ts'
import { periodWith } from '../figures/period.ts'
import { officerIn } from '../making/asked-report.ts'
import { EnterFigurePage, type TypedFigure } from '../pages/desk-figure-pages.tsx'
import { figurePath } from '../pages/figure-words.ts'
import { askedEntry, pathOfEntry } from './asked-entry.ts'
import { enterNumber } from './enter-number.ts'
import { fieldOfEntry, type Entry } from './entry.ts'
import { strikeFigure } from './strike-figure.ts'

const policy = 'figures.enter'

/** Numbers that no record shows: entered and struck by hand. */
export const enteredRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/figures/enter', policy, answer: showForm },
  { method: 'POST', path: '/desk/figures/enter', policy, answer: enter },
  { method: 'POST', path: '/desk/figures/entries/:id/strike', policy, about: pathOfEntry, answer: strikeIt },
]

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
  const { atLeast, ...number } = typed
  const outcome = await enterNumber(ask.site, officerIn(ask), { ...number, isAtLeast: atLeast.includes('yes') })
  if (outcome.ok) return { redirect: href(ask.reader, pathOf(outcome.value, typed.unit, 'enter')) }
  const errors = outcome.refusals.map((refusal): FieldError => ({
    field: fieldOfEntry[refusal],
    message: ask.reader.t(`account.refused.${refusal}`),
  }))
  return { status: 422, page: <EnterFigurePage {...{ reader: ask.reader, units: inReach, typed, errors }} /> }
}

async function strikeIt(ask: Ask): Promise<Answer> {
  const entry = await askedEntry(ask)
  await strikeFigure(ask.site, officerIn(ask), entry.id)
  const unit = await findUnit(ask.site.database.read, entry.unitId)
  return { redirect: href(ask.reader, pathOf(entry, unit?.code ?? '', 'strike')) }
}

/** The page of the figure for the span that was entered. */
function pathOf(entry: Entry, unit: string, done: string): string {
  const whole = (['year', 'half-year', 'quarter', 'month'] as const).map((kind) => periodWith(kind, entry.from))
  const period = whole.find(({ until }) => until === entry.until) ?? whole[0]
  return figurePath('desk', { code: entry.figure }, { unit, period: period?.code, done })
}
