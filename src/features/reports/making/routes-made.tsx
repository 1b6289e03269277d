import { field, fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { MadePage } from '../pages/made-page.tsx'
import type { MadePageProps } from '../pages/made-props.ts'
import { askedReport, officerIn, pathOfReport } from './asked-report.ts'
import { changeCoverage } from './change-coverage.ts'
import { fileReport } from './file-report.ts'
import { judgeFiling } from './judge-filing.ts'
import { readMade } from './read-made.ts'
import { saveTexts } from './save-texts.ts'

/** One report in the making: its page, its texts, its filing, and what the office says of it. */
export const madeRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/reports/:id', policy: 'reports.read', about: pathOfReport, answer: (ask) => show(ask) },
  { method: 'POST', path: '/desk/reports/:id/texts', policy: 'reports.write', about: pathOfReport, answer: save },
  { method: 'POST', path: '/desk/reports/:id/below', policy: 'reports.write', about: pathOfReport, answer: cover },
  { method: 'POST', path: '/desk/reports/:id/file', policy: 'reports.write', about: pathOfReport, answer: file },
  { method: 'POST', path: '/desk/reports/:id/judge', policy: 'reports.judge', about: pathOfReport, answer: judge },
]

async function show(ask: Ask, back: Pick<MadePageProps, 'typed' | 'errors'> = {}): Promise<Answer> {
  const view = await readMade(ask.site, await askedReport(ask))
  const status = back.errors === undefined ? 200 : 422
  return { status, page: <MadePage {...{ reader: ask.reader, view, ...back }} done={ask.query['done'] ?? ''} /> }
}

async function save(ask: Ask): Promise<Answer> {
  const report = await askedReport(ask)
  const named = (prefix: string) =>
    Object.fromEntries(
      Object.keys(ask.body)
        .filter((name) => name.startsWith(prefix))
        .map((name) => [name.slice(prefix.length), field(ask, name).trim()]),
    )
  const typed = { texts: named('text-'), notes: named('note-'), remark: '' }
  const outcome = await saveTexts(ask.site, officerIn(ask), report.id, { version: Number(field(ask, 'version')), ...typed })
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/reports/${report.id}?done=saved`) }
  const [first = ''] = Object.keys(typed.texts)
  return show(ask, { typed, errors: errorsOf(ask, outcome.refusals, `text-${first}`) })
}

async function cover(ask: Ask): Promise<Answer> {
  const report = await askedReport(ask)
  const form = { version: Number(field(ask, 'version')), withBelow: fields(ask, 'withBelow').includes('yes') }
  const outcome = await changeCoverage(ask.site, officerIn(ask), report.id, form)
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/reports/${report.id}?done=covered`) }
  const refusals = outcome.refusals.map((one) => (one === 'edited-meanwhile' ? 'numbers-meanwhile' : one))
  return show(ask, { errors: errorsOf(ask, refusals, 'withBelow') })
}

async function file(ask: Ask): Promise<Answer> {
  const report = await askedReport(ask)
  const outcome = await fileReport(ask.site, officerIn(ask), report.id, Number(field(ask, 'version')), field(ask, 'numbers'))
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/reports/${report.id}?done=filed`) }
  const refusals = outcome.refusals.map((one) => (one === 'edited-meanwhile' ? 'numbers-meanwhile' : one))
  return show(ask, { errors: errorsOf(ask, refusals, 'file') })
}

async function judge(ask: Ask): Promise<Answer> {
  const report = await askedReport(ask)
  const remark = field(ask, 'remark')
  const verdict = field(ask, 'verdict') === 'returned' ? 'returned' : 'accepted'
  const outcome = await judgeFiling(ask.site, officerIn(ask), report.id, {
    filingId: Number(field(ask, 'filing')),
    verdict,
    remark,
  })
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/reports/${report.id}?done=judged`) }
  return show(ask, { typed: { texts: {}, notes: {}, remark, verdict }, errors: errorsOf(ask, outcome.refusals, 'remark') })
}

type Refusal =
  | 'numbers-meanwhile'
  | 'filed-already'
  | Extract<Awaited<ReturnType<typeof saveTexts>>, { ok: false }>['refusals'][number]
  | Extract<Awaited<ReturnType<typeof fileReport>>, { ok: false }>['refusals'][number]
  | Extract<Awaited<ReturnType<typeof judgeFiling>>, { ok: false }>['refusals'][number]

function errorsOf(ask: Ask, refusals: readonly Refusal[], at: string): FieldError[] {
  return refusals.map((refusal) => ({
    field: refusal === 'breaches' ? 'breaches' : refusal === 'judgement-missing' ? 'judgement' : at,
    message: ask.reader.t(`reports.refused.${refusal}`),
  }))
}
