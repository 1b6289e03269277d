import { NotFound } from '../../../kernel/faults.ts'
import { yearOf } from '../../../kernel/day.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { findSource } from '../annual/find-source.ts'
import { makeReport } from '../annual/make-report.ts'
import { askedAfter, askedInReach } from '../figures/asked-question.ts'
import { isTakenAway, lengthOf, takeAway } from '../figures/give-records.ts'
import { OverviewCellPage } from '../pages/overview-cell-page.tsx'
import { OverviewPage } from '../pages/overview-page.tsx'
import { readOverview } from './read-overview.ts'

const policy = 'reports.overview'

/** Where the office's units stand against every deadline of the year, and what the annual report would say today. */
export const overviewRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/overview', policy, answer: show },
  { method: 'GET', path: '/desk/overview/records', policy, answer: showRecords },
]

/** The running year, whatever the address says: an overview of another one would mix two calendars. */
async function askedNow(ask: Ask) {
  return askedInReach({ ...ask, query: { ...ask.query, period: '' } }, policy)
}

async function show(ask: Ask): Promise<Answer> {
  const { inReach, ...question } = await askedNow(ask)
  const overview = await readOverview(ask.site, question)
  return { page: <OverviewPage {...{ reader: ask.reader, overview, inReach, calendar: ask.site.calendar }} /> }
}

/** The records behind a number that the annual report would have today. */
async function showRecords(ask: Ask): Promise<Answer> {
  const { unit, units } = await askedNow(ask)
  const asked = { period: String(yearOf(ask.reader.today)), withBelow: true, texts: {}, notes: {} }
  const made = await makeReport(ask.site, unit, asked, ask.reader.today)
  const filled = made?.cells.find(({ cell }) => cell.address === ask.query['cell'])
  if (made === undefined || filled === undefined) throw new NotFound(`cell ${ask.query['cell']}`)
  const [after, length] = [askedAfter(ask), lengthOf(ask)]
  const found = (await findSource(filled.cell, made.lines)?.list(ask.site.database.read, made.scope, after, length + 1)) ?? []
  const facts = found.slice(0, length)
  const next = found.length > length ? facts.at(-1)?.id : undefined
  if (isTakenAway(ask)) return takeAway(ask, { facts, next, units, place: 'desk', isCase: false })
  return { page: <OverviewCellPage {...{ reader: ask.reader, unit, units, form: made.form, filled, facts, after, next }} /> }
}
