import { NotFound } from '../../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href, nameIn } from '../../../ui/reader.ts'
import { askedReport, officerIn, pathOfReport } from '../making/asked-report.ts'
import { judgeFiling } from '../making/judge-filing.ts'
import type { MadeReport } from '../making/made.ts'
import { readChanged } from '../making/read-changed.ts'
import { DriftPage } from '../pages/drift-page.tsx'
import { roundInWords } from '../pages/round-words.ts'
import { lineNames } from '../pages/statement-lines.tsx'
import { statementDriftPath, StatementPage, type TypedStatement } from '../pages/statement-page.tsx'
import { askedAfter } from '../figures/asked-question.ts'
import { isTakenAway, lengthOf, takeAway } from '../figures/give-records.ts'
import { listBehindCell, sourceOf } from './list-behind-cell.ts'
import { fileStatement } from './file-statement.ts'
import { readStatement } from './read-statement.ts'
import { statementKinds } from './statement.ts'
import { writeStatement } from './write-statement.ts'

const path = '/desk/reports/statements/:id'

/** What a unit files between the annual reports: its page, its words, its filing, and what the office says of it. */
export const statementRoutes: readonly Route[] = [
  { method: 'GET', path, policy: 'reports.read', about: pathOfReport, answer: (ask) => show(ask) },
  { method: 'GET', path: `${path}/drift`, policy: 'reports.read', about: pathOfReport, answer: showDrift },
  { method: 'POST', path: `${path}/words`, policy: 'reports.write', about: pathOfReport, answer: write },
  { method: 'POST', path: `${path}/file`, policy: 'reports.write', about: pathOfReport, answer: file },
  { method: 'POST', path: `${path}/judge`, policy: 'reports.judge', about: pathOfReport, answer: judge },
]

function askedStatement(ask: Ask): Promise<MadeReport> {
  return askedReport(ask, statementKinds)
}

async function show(ask: Ask, back: { typed?: TypedStatement; errors?: FieldError[] } = {}): Promise<Answer> {
  const view = await readStatement(ask.site, await askedStatement(ask))
  const after = askedAfter(ask)
  const cell = ask.query['cell'] ?? ''
  const behind = cell === '' ? undefined : await listBehindCell(ask.site, view.made, cell, { after, limit: lengthOf(ask) })
  if (isTakenAway(ask) && behind !== undefined)
    return takeAway(ask, { facts: behind.facts, next: behind.next, units: view.made.question.units, place: 'desk', isCase: false })
  const page = <StatementPage {...{ reader: ask.reader, view, done: ask.query['done'] ?? '', behind, after, ...back }} />
  return { status: back.errors === undefined ? 200 : 422, page }
}

/** What changed behind one number since the statement was filed. */
async function showDrift(ask: Ask): Promise<Answer> {
  const { reader, site } = ask
  const { report, unit, made, filings, drift } = await readStatement(site, await askedStatement(ask))
  const [cell, after, filing] = [ask.query['cell'] ?? '', askedAfter(ask), filings[0]]
  if (filing === undefined) throw new NotFound(`filing of statement ${report.id}`)
  const source = sourceOf({ ...made, question: { ...made.question, cutOff: filing.cutOff } }, cell)
  const number = await readChanged(site.database.read, { filingId: filing.id, cell, drift, source, after })
  const title = `${roundInWords(reader, { kind: made.content.kind, period: made.content.period })} · ${nameIn(reader, unit)}`
  const names = { title, back: `/desk/reports/statements/${report.id}`, name: lineNames(reader, made.lines)(cell) }
  const props = { reader, place: 'desk', ...names, number, after, path: statementDriftPath(report.id, cell) } as const
  return { page: <DriftPage {...props} units={made.question.units} /> }
}

async function write(ask: Ask): Promise<Answer> {
  const { id } = await askedStatement(ask)
  const typed = { words: field(ask, 'words'), explanation: field(ask, 'explanation') }
  const outcome = await writeStatement(ask.site, officerIn(ask).personId, id, { version: Number(field(ask, 'version')), ...typed })
  if (outcome.ok) return to(ask, id, 'saved')
  return show(ask, { typed, errors: outcome.refusals.map((one) => ({ field: 'words', message: ask.reader.t(`reports.refused.${one}`) })) })
}

async function file(ask: Ask): Promise<Answer> {
  const { id } = await askedStatement(ask)
  const outcome = await fileStatement(ask.site, officerIn(ask).personId, id, Number(field(ask, 'version')))
  if (outcome.ok) return to(ask, id, 'filed')
  const fields: Record<string, string> = { 'contradiction-unexplained': 'explanation', 'words-missing': 'words', 'number-missing': 'lines' }
  const errors = outcome.refusals.map((one) => ({ field: fields[one] ?? 'file', message: ask.reader.t(`rounds.refused.${one}`) }))
  return show(ask, { errors })
}

async function judge(ask: Ask): Promise<Answer> {
  const { id } = await askedStatement(ask)
  const remark = field(ask, 'remark')
  const verdict = field(ask, 'verdict') === 'returned' ? 'returned' : 'accepted'
  const filingId = Number(field(ask, 'filing'))
  const outcome = await judgeFiling(ask.site, officerIn(ask), id, { filingId, verdict, remark })
  if (outcome.ok) return to(ask, id, 'judged')
  const errors = outcome.refusals.map((one) => ({ field: 'remark', message: ask.reader.t(`reports.refused.${one}`) }))
  return show(ask, { typed: { remark, verdict }, errors })
}

function to(ask: Ask, id: number, done: string): Answer {
  return { redirect: href(ask.reader, `/desk/reports/statements/${id}?done=${done}`) }
}
