import { yearOf } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { field, fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href, nameIn } from '../../../ui/reader.ts'
import { officerIn } from '../making/asked-report.ts'
import { fileOfPaper, textKinds, type TextKind } from '../making/file-of-report.ts'
import { listUnitsInReach } from '../making/list-units-in-reach.ts'
import { SummariesPage, type SummariesPageProps } from '../pages/summaries-page.tsx'
import { readChanged } from '../making/read-changed.ts'
import { DriftPage } from '../pages/drift-page.tsx'
import { figureCellName } from '../pages/figure-words.ts'
import { summaryDriftPath, SummaryPage } from '../pages/summary-page.tsx'
import { askedAfter } from '../figures/asked-question.ts'
import { sourceOfNumber } from './make-summary.ts'
import type { SummaryPageProps } from '../pages/summary-props.ts'
import { askedSummary, pathOfSummary } from './asked-summary.ts'
import { beginSummary } from './begin-summary.ts'
import { fileSummary } from './file-summary.ts'
import { layOutSummary } from './lay-out-summary.ts'
import { readSummaries } from './read-summaries.ts'
import { readSummary } from './read-summary.ts'
import { writeSummary } from './write-summary.ts'

const about = pathOfSummary

/** Work summaries at the desk: those of a year, and one with its texts and its filing. */
export const summaryRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/summaries', policy: 'reports.read', answer: (ask) => list(ask, askedYear(ask.query['year'], ask)) },
  { method: 'POST', path: '/desk/summaries', policy: 'reports.write', answer: begin },
  { method: 'GET', path: '/desk/summaries/:id', policy: 'reports.read', about, answer: (ask) => show(ask) },
  { method: 'GET', path: '/desk/summaries/:id/drift', policy: 'reports.read', about, answer: showDrift },
  { method: 'POST', path: '/desk/summaries/:id/texts', policy: 'reports.write', about, answer: save },
  { method: 'POST', path: '/desk/summaries/:id/file', policy: 'reports.write', about, answer: file },
  ...textKinds.map((kind): Route => ({
    ...{ method: 'GET', path: `/desk/summaries/:id/summary.${kind}`, policy: 'reports.read', about },
    answer: (ask) => givePaper(ask, kind),
  })),
]

const yearsShown = 4

/** The running year unless told: it is summed up as it ends. */
function askedYear(text: string | undefined, { reader }: Ask): number {
  const running = yearOf(reader.today)
  return /^(19|20|21)\d\d$/.test(text ?? '') && Number(text) <= running ? Number(text) : running
}

async function list(ask: Ask, year: number, back: Partial<Pick<SummariesPageProps, 'typed' | 'errors'>> = {}): Promise<Answer> {
  const running = yearOf(ask.reader.today)
  const lines = await readSummaries(ask.site, await listUnitsInReach(ask.site, ask.visitor?.posts ?? [], 'reports.read'), year)
  const begun = new Set(lines.map(({ unit }) => unit.id))
  const writable = (await listUnitsInReach(ask.site, ask.visitor?.posts ?? [], 'reports.write')).filter(({ id }) => !begun.has(id))
  const years = Array.from({ length: yearsShown }, (_, at) => running - at)
  const { typed = { unit: '' }, errors } = back
  const page = <SummariesPage {...{ reader: ask.reader, year, years, lines, writable, typed }} {...(errors ? { errors } : {})} />
  return { status: errors === undefined ? 200 : 422, page }
}

async function begin(ask: Ask): Promise<Answer> {
  const typed = { unit: field(ask, 'unit') }
  const unit = (await listUnitsInReach(ask.site, ask.visitor?.posts ?? [], 'reports.write')).find(({ code }) => code === typed.unit)
  const period = field(ask, 'period')
  if (unit === undefined)
    return list(ask, askedYear(period, ask), { typed, errors: [{ field: 'unit', message: ask.reader.t('reports.refused.unit-missing') }] })
  const outcome = await beginSummary(ask.site, officerIn(ask), { unitId: unit.id, period })
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/summaries/${outcome.value.id}?done=begun`) }
  const errors = outcome.refusals.map((refusal) => ({ field: 'unit', message: ask.reader.t(`summary.refused.${refusal}`) }))
  return list(ask, askedYear(period, ask), { typed, errors })
}

async function show(ask: Ask, back: Pick<SummaryPageProps, 'typed' | 'errors'> = {}): Promise<Answer> {
  const view = await readSummary(ask.site, await askedSummary(ask))
  const status = back.errors === undefined ? 200 : 422
  return { status, page: <SummaryPage {...{ reader: ask.reader, view, ...back }} done={ask.query['done'] ?? ''} /> }
}

/** What changed behind one number since the summary was filed. */
async function showDrift(ask: Ask): Promise<Answer> {
  const { reader, site } = ask
  const { summary, unit, made, filings, drift } = await readSummary(site, await askedSummary(ask))
  const [cell, after, filing] = [ask.query['cell'] ?? '', askedAfter(ask), filings[0]]
  if (filing === undefined) throw new NotFound(`filing of summary ${summary.id}`)
  const source = sourceOfNumber(cell, { ...made.question, cutOff: filing.cutOff })
  const number = await readChanged(site.database.read, { filingId: filing.id, cell, drift, source, after })
  const title = reader.t('summary.title', { unit: nameIn(reader, unit), year: summary.period })
  const names = { title, back: `/desk/summaries/${summary.id}`, name: figureCellName(reader, cell) }
  const props = { reader, place: 'desk', ...names, number, after, path: summaryDriftPath(summary.id, cell) } as const
  return { page: <DriftPage {...props} units={made.question.units} /> }
}

async function save(ask: Ask): Promise<Answer> {
  const { id } = await askedSummary(ask)
  const named = Object.keys(ask.body).filter((name) => name.startsWith('text-'))
  const typed = {
    texts: Object.fromEntries(named.map((name) => [name.slice('text-'.length), field(ask, name).trim()])),
    taken: fields(ask, 'taken'),
  }
  const outcome = await writeSummary(ask.site, officerIn(ask), id, { version: Number(field(ask, 'version')), ...typed })
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/summaries/${id}?done=saved`) }
  return show(ask, { typed, errors: errorsOf(ask, outcome.refusals, named[0] ?? 'file') })
}

async function file(ask: Ask): Promise<Answer> {
  const { id } = await askedSummary(ask)
  const outcome = await fileSummary(ask.site, officerIn(ask), id, Number(field(ask, 'version')))
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/summaries/${id}?done=filed`) }
  return show(ask, { errors: errorsOf(ask, outcome.refusals, 'file') })
}

/** The summary as it would be filed today, to print and to write in. */
async function givePaper(ask: Ask, kind: TextKind): Promise<Answer> {
  const { made } = await readSummary(ask.site, await askedSummary(ask))
  return fileOfPaper(kind, layOutSummary(ask.reader, made.content, { cutOff: made.question.cutOff }))
}

type Refusal =
  | Extract<Awaited<ReturnType<typeof writeSummary>>, { ok: false }>['refusals'][number]
  | Extract<Awaited<ReturnType<typeof fileSummary>>, { ok: false }>['refusals'][number]

function errorsOf(ask: Ask, refusals: readonly Refusal[], at: string): FieldError[] {
  return refusals.map((refusal) => ({
    field: refusal === 'words-missing' ? 'text-problems' : at,
    message: ask.reader.t(`summary.refused.${refusal}`),
  }))
}
