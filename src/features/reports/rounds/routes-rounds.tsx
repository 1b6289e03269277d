import { NotFound } from '../../../kernel/faults.ts'
import { isCalendarDay } from '../../../kernel/day.ts'
import { field, fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { unitKinds } from './unit-kinds.ts'
import { officerIn } from '../making/asked-report.ts'
import { reportsYearly } from '../making/read-reports.ts'
import { NewRoundPage, type TypedRound } from '../pages/new-round-page.tsx'
import { RoundPage } from '../pages/round-page.tsx'
import { RoundsPage } from '../pages/rounds-page.tsx'
import { beginStatement } from '../statements/begin-statement.ts'
import { askedRound, kindIn, pathOfNamed, pathOfRound, periodIn, unitsInReach } from './asked-round.ts'
import { proposeDay } from './load-round-rules.ts'
import { openRound } from './open-round.ts'
import { listRounds } from './queries.ts'
import { readRounds } from './read-round.ts'
import { readTotals } from './read-totals.ts'
import { remindRound } from './remind-round.ts'
import type { OpenRefusal } from './round.ts'

const policy = 'reports.rounds'

/** Rounds of reports: the office opens them, sees who is missing and reminds; a unit begins what it is asked for. */
export const roundRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/reports/rounds', policy: 'reports.read', answer: showRounds },
  { method: 'GET', path: '/desk/reports/rounds/new', policy, answer: (ask) => showNew(ask, chosenIn(ask)) },
  { method: 'POST', path: '/desk/reports/rounds', policy, about: pathOfNamed, answer: open },
  { method: 'GET', path: '/desk/reports/rounds/:id', policy: 'reports.read', about: pathOfRound, answer: (ask) => show(ask) },
  { method: 'POST', path: '/desk/reports/rounds/:id/remind', policy, about: pathOfRound, answer: remind },
  { method: 'POST', path: '/desk/reports/rounds/:id/begin', policy: 'reports.write', about: pathOfNamed, answer: begin },
]

const fieldOf: Record<OpenRefusal, keyof TypedRound> = {
  ...{ 'period-wrong': 'period', 'period-to-come': 'period', 'due-wrong': 'dueOn', 'due-early': 'dueOn', 'words-long': 'words' },
  ...{ 'nobody-asked': 'asked', 'not-below': 'asked', 'opened-before': 'period' },
}

async function showRounds(ask: Ask): Promise<Answer> {
  const openedFor = (await unitsInReach(ask, 'reports.read')).map(({ id }) => id)
  const db = ask.site.database.read
  return { page: <RoundsPage reader={ask.reader} rounds={await readRounds(db, await listRounds(db, { openedFor }))} /> }
}

/** What the first form chose: which report, of which period, of which kinds of units. */
function chosenIn({ query, reader }: Ask): Partial<TypedRound> & Pick<TypedRound, 'kind'> {
  const kind = kindIn(query['kind'])
  const kinds = [query['kinds'] ?? []].flat()
  return { kind, period: query['period'] ?? periodIn(kind, undefined, reader.today).code, unit: query['unit'] ?? '', kinds }
}

async function showNew(ask: Ask, typed: Partial<TypedRound> & Pick<TypedRound, 'kind'>, errors?: FieldError[]): Promise<Answer> {
  const inReach = await unitsInReach(ask, policy)
  const own = inReach.find(({ code }) => code === typed.unit) ?? inReach[0]
  if (own === undefined) throw new NotFound('no unit in reach')
  const period = periodIn(typed.kind, typed.period, ask.reader.today)
  const proposed = proposeDay(period)
  const chosen = (typed.kinds ?? []).filter((kind) => unitKinds.some((one) => one === kind))
  const below = inReach.filter(({ path }) => path.startsWith(own.path))
  const kinds = chosen.length > 0 ? chosen : unitKinds.filter((kind) => reportsYearly({ kind }) && below.some((unit) => unit.kind === kind))
  const units = below.filter((unit) => kinds.includes(unit.kind))
  const form: TypedRound = {
    ...{ kind: typed.kind, period: typed.period ?? period.code, unit: own.code, kinds, dueOn: typed.dueOn ?? proposed?.on ?? '' },
    ...{ words: typed.words ?? '', asked: typed.asked ?? units.map(({ code }) => code) },
  }
  const props = { reader: ask.reader, typed: form, owners: inReach.filter((unit) => reportsYearly(unit)), units, period, proposed }
  return { status: errors === undefined ? 200 : 422, page: <NewRoundPage {...props} {...(errors ? { errors } : {})} /> }
}

async function open(ask: Ask): Promise<Answer> {
  const dueOn = field(ask, 'dueOn').trim()
  const typed: TypedRound = {
    ...{
      kind: kindIn(field(ask, 'kind')),
      period: field(ask, 'period').trim(),
      unit: field(ask, 'unit'),
      kinds: fields(ask, 'kinds').flatMap((some) => some.split(' ')),
    },
    ...{ dueOn, words: field(ask, 'words'), asked: fields(ask, 'asked') },
  }
  const inReach = await unitsInReach(ask, policy)
  const own = inReach.find(({ code }) => code === typed.unit)
  if (own === undefined) throw new NotFound('no such unit in reach')
  const outcome = await openRound(ask.site, officerIn(ask).personId, {
    ...{ unitId: own.id, kind: typed.kind, period: typed.period, words: typed.words, dueOn: isCalendarDay(dueOn) ? dueOn : undefined },
    unitIds: inReach.filter(({ code }) => typed.asked.includes(code)).map(({ id }) => id),
  })
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/reports/rounds/${outcome.value.id}?done=opened`) }
  const errors = outcome.refusals.map((refusal) => ({ field: fieldOf[refusal], message: ask.reader.t(`rounds.refused.${refusal}`) }))
  return showNew(ask, typed, errors)
}

async function show(ask: Ask, errors: FieldError[] = []): Promise<Answer> {
  const round = await askedRound(ask)
  const [view] = await readRounds(ask.site.database.read, [round], true)
  if (view === undefined) throw new NotFound(`round ${round.id}`)
  const props = { reader: ask.reader, view, totals: await readTotals(ask.site, view), errors }
  const count = (name: string): number => (/^\d{1,6}$/.test(ask.query[name] ?? '') ? Number(ask.query[name]) : 0)
  const told = { units: count('units'), people: count('people'), unreached: count('unreached') }
  const page = <RoundPage {...props} done={ask.query['done'] ?? ''} told={told} figure={ask.query['figure'] ?? ''} />
  return { status: errors.length === 0 ? 200 : 422, page }
}

async function remind(ask: Ask): Promise<Answer> {
  const round = await askedRound(ask)
  const outcome = await remindRound(ask.site, officerIn(ask).personId, round.id)
  if (!outcome.ok)
    return show(
      ask,
      outcome.refusals.map((refusal) => ({ field: 'remind', message: ask.reader.t(`rounds.refused.${refusal}`) })),
    )
  const { units, people, unreached } = outcome.value
  const query = `done=reminded&units=${units}&people=${people}&unreached=${unreached}`
  return { redirect: href(ask.reader, `/desk/reports/rounds/${round.id}?${query}`) }
}

async function begin(ask: Ask): Promise<Answer> {
  const round = await askedRound(ask)
  const unit = (await unitsInReach(ask, 'reports.write')).find(({ code }) => code === field(ask, 'unit'))
  if (unit === undefined) throw new NotFound('no such unit in reach')
  const outcome = await beginStatement(ask.site, officerIn(ask).personId, { roundId: round.id, unitId: unit.id })
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/reports/statements/${outcome.value.id}?done=begun`) }
  // Pressed twice, or by two at once: the report is there, and its list says so.
  return { redirect: href(ask.reader, '/desk/reports') }
}
