import { NotFound } from '../../kernel/faults.ts'
import { yearOf } from '../../kernel/day.ts'
import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { Problem } from '../../platform/http/api/problem.ts'
import * as reports from '../reports/index.ts'
import { officerOf } from './own-draft.ts'
import { partOf, refuseReport, seenIn, tagOfReport } from './own-report.ts'
import { readBody, readParameters } from './read-body.ts'
import { refuseCall } from './refuse-call.ts'
import * as forms from './report-forms.ts'
import { answerReport, viewReport, viewReportLine } from './view-report.ts'

/** The annual reports of a year that the units in reach owe or have begun, in the order of the units. */
export async function readReports(call: Call): Promise<CallAnswer> {
  const { site, caller } = call
  const { year: asked, ...page } = readParameters(call, forms.reportsQuery, call.query)
  const year = Number(asked ?? yearOf(site.today()) - 1)
  const lines = await reports.readReports(site, await reports.listUnitsOfYear(site, caller.posts, 'reports.read', year), year)
  const { part, next } = partOf(call, '/api/v1/desk/reports', lines, page)
  return { body: { items: part.map((line) => viewReportLine(call, year, line)), next: next ?? null }, next }
}

/** One report, whole, as it is now. */
export async function readReport(call: Call): Promise<CallAnswer> {
  const view = await reports.readMade(call.site, await reports.askedReport(call))
  const body = viewReport(call, view)
  return { body, tag: tagOfReport(view, body) }
}

/** Begins the annual report of a unit for a year. */
export async function beginReport(call: Call): Promise<CallAnswer> {
  const { site, caller } = call
  const { unit: code, year, withBelow } = readBody(call, forms.newReport)
  const unit = (await reports.listUnitsOfYear(site, caller.posts, 'reports.write')).find((one) => one.code === code)
  if (unit === undefined) throw refuseCall(call, [{ field: 'unit', code: 'unit-unknown', word: 'api.refused.unit-unknown' }])
  const outcome = await reports.beginReport(site, officerOf(call), { unitId: unit.id, period: String(year), withBelow })
  if (!outcome.ok)
    throw refuseReport(call, outcome.refusals, {
      ...{ 'begun-before': 'year', 'no-form': 'year', 'period-to-come': 'year', 'not-asked-yearly': 'unit' },
    })
  const answer = await answerReport(call, String(outcome.value.id))
  return { ...answer, status: 201, location: answer.body.api }
}

/** Writes texts of sections, and why identities do not hold. What is left out stays. */
export async function writeReport(call: Call): Promise<CallAnswer> {
  const { site } = call
  const { version } = seenIn(call)
  const { id, period } = await reports.askedReport(call)
  const form = reports.formOfYear(reports.annualForms, Number(period))
  if (form === undefined) throw new NotFound(`form of ${period}`)
  const { texts, notes } = readBody(call, forms.formOfTexts(form.sections.map(({ numeral }) => numeral)))
  const outcome = await reports.saveTexts(site, officerOf(call), id, { version, texts: told(texts), notes: told(notes) })
  if (!outcome.ok) throw refuseReport(call, outcome.refusals, {})
  return answerReport(call)
}

/** Enters numbers of cells that no record shows, all or none. */
export async function enterCells(call: Call): Promise<CallAnswer> {
  const seen = seenIn(call)
  const { numbers } = readBody(call, forms.cellNumbers)
  const { id } = await reports.askedReport(call)
  const typed = numbers.map((number) => ({ ...number, value: String(number.value) }))
  const outcome = await reports.enterCells(call.site, officerOf(call), id, { numbers: typed, seen })
  if (outcome.ok) return answerReport(call)
  const placed = outcome.refusals.filter((one) => typeof one === 'object')
  if (placed.length < outcome.refusals.length) throw new Problem('changed-meanwhile')
  throw refuseCall(
    call,
    placed.map(({ at, refusal }) => {
      const field = `numbers.${at}.${reports.fieldOfCell(refusal)}`
      return { field, code: refusal, word: reports.wordOfCell(refusal) }
    }),
  )
}

/** Files a report: its numbers are frozen and its text goes to publishing as a draft. From there on people decide. */
export async function fileReport(call: Call): Promise<CallAnswer> {
  const { version, numbers } = seenIn(call)
  readBody(call, forms.nothing)
  const { id } = await reports.askedReport(call)
  const outcome = await reports.fileReport(call.site, officerOf(call), id, version, numbers)
  if (!outcome.ok) throw refuseReport(call, outcome.refusals, { breaches: 'cells', 'judgement-missing': 'texts' })
  return answerReport(call)
}

/** What was sent, without what was left out. */
export function told(texts: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])))
}
