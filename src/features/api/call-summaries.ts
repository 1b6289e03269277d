import { yearOf } from '../../kernel/day.ts'
import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { Problem } from '../../platform/http/api/problem.ts'
import * as reports from '../reports/index.ts'
import { told } from './make-report.ts'
import { officerOf } from './own-draft.ts'
import { partOf, refuseReport, tagOf } from './own-report.ts'
import { readBody, readParameters } from './read-body.ts'
import { refuseCall } from './refuse-call.ts'
import * as forms from './report-forms.ts'
import { viewSummary, viewSummaryLine, viewSummaryStanding } from './view-summary.ts'

/** The work summaries of a year that the units in reach have begun, in the order of the units. */
export async function readSummaries(call: Call): Promise<CallAnswer> {
  const { site, caller } = call
  const { year, ...page } = readParameters(call, forms.summariesQuery, call.query)
  const units = await reports.listUnitsInReach(site, caller.posts, 'reports.read')
  const lines = await reports.readSummaries(site, units, Number(year ?? yearOf(site.today())))
  const { part, next } = partOf(call, '/api/v1/desk/summaries', lines, page)
  return { body: { items: part.map((line) => viewSummaryLine(call, line)), next: next ?? null }, next }
}

/** One summary, whole, as it is now. */
export async function readSummary(call: Call): Promise<CallAnswer> {
  const view = await reports.readSummary(call.site, await reports.askedSummary(call))
  const body = viewSummary(call, view)
  return { body, tag: tagOf([view.summary.version], body) }
}

/** Begins the work summary of a unit for a year. */
export async function beginSummary(call: Call): Promise<CallAnswer> {
  const { site, caller } = call
  const { unit: code, year } = readBody(call, forms.newSummary)
  const unit = (await reports.listUnitsInReach(site, caller.posts, 'reports.write')).find((one) => one.code === code)
  if (unit === undefined) throw refuseCall(call, [{ field: 'unit', code: 'unit-unknown', word: 'api.refused.unit-unknown' }])
  const outcome = await reports.beginSummary(site, officerOf(call), { unitId: unit.id, period: String(year) })
  const fieldOf = { 'begun-before': 'year', 'period-wrong': 'year', 'period-to-come': 'year' }
  if (!outcome.ok) throw refuseReport(call, outcome.refusals, fieldOf, 'summary')
  const answer = await answerSummary(call, String(outcome.value.id))
  return { ...answer, status: 201, location: answer.body.api }
}

/** Writes texts under headings, and which proposed problems are taken over. What is left out stays. */
export async function writeSummary(call: Call): Promise<CallAnswer> {
  const summary = await reports.askedSummary(call)
  const { texts, taken } = readBody(call, forms.formOfSummary(reports.workSummary.headings.map(({ code }) => code)))
  const form = { version: versionSeen(call), texts: told(texts), taken: taken ?? summary.taken }
  const outcome = await reports.writeSummary(call.site, officerOf(call), summary.id, form)
  if (!outcome.ok) throw refuseReport(call, outcome.refusals, { 'problem-unknown': 'taken' }, 'summary')
  return answerSummary(call)
}

/** Files a summary: its numbers are frozen and its text goes to publishing as a draft. */
export async function fileSummary(call: Call): Promise<CallAnswer> {
  readBody(call, forms.nothing)
  const { id } = await reports.askedSummary(call)
  const outcome = await reports.fileSummary(call.site, officerOf(call), id, versionSeen(call))
  if (!outcome.ok) throw refuseReport(call, outcome.refusals, { 'words-missing': 'texts' }, 'summary')
  return answerSummary(call)
}

async function answerSummary(call: Call, id = call.params['id'] ?? '') {
  const view = await reports.readSummary(call.site, await reports.askedSummary({ site: call.site, params: { id } }))
  const body = viewSummaryStanding(call, view)
  return { body, tag: tagOf([view.summary.version], body) }
}

function versionSeen({ seen }: Call): number {
  const version = /^(\d{1,9})-/.exec(seen)?.[1]
  if (version === undefined) throw new Problem('changed-meanwhile')
  return Number(version)
}
