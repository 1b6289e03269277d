import { yearOf } from '../../../kernel/day.ts'
import { field, fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { mayMapLines } from '../figures/whole-city.ts'
import { ReportsPage, type ReportsPageProps } from '../pages/reports-page.tsx'
import { readAsked } from '../rounds/read-asked.ts'
import { officerIn } from './asked-report.ts'
import { beginReport } from './begin-report.ts'
import { listUnitsInReach, listUnitsOfYear } from './list-units-in-reach.ts'
import type { BeginRefusal } from './made.ts'
import { readReports, reportsYearly } from './read-reports.ts'

/** The annual reports of a year, and where one is begun. */
export const reportListRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/reports', policy: 'reports.read', answer: (ask) => show(ask, askedYear(ask.query['year'], ask)) },
  { method: 'POST', path: '/desk/reports', policy: 'reports.write', answer: begin },
]

const yearsShown = 4

/** The year before unless told, because that is the one that is reported on. */
function askedYear(text: string | undefined, { reader }: Ask): number {
  const running = yearOf(reader.today)
  if (/^(19|20|21)\d\d$/.test(text ?? '') && Number(text) <= running) return Number(text)
  return running - 1
}

async function show(ask: Ask, year: number, back: Partial<Pick<ReportsPageProps, 'typed' | 'errors'>> = {}): Promise<Answer> {
  const running = yearOf(ask.reader.today)
  const posts = ask.visitor?.posts ?? []
  const units = await listUnitsOfYear(ask.site, posts, 'reports.read', year)
  const lines = await readReports(ask.site, units, year)
  const begun = new Set(lines.flatMap(({ report, unit }) => (report === undefined ? [] : unit.id)))
  const own = await listUnitsInReach(ask.site, posts, 'reports.write')
  const asked = await readAsked(
    ask.site.database.read,
    own.map(({ id }) => id),
  )
  const writable = (await listUnitsOfYear(ask.site, posts, 'reports.write', year)).filter(
    (unit) => reportsYearly(unit) && !begun.has(unit.id),
  )
  const mapsLines = await mayMapLines(ask)
  const props = {
    reader: ask.reader,
    year,
    years: Array.from({ length: yearsShown }, (_, at) => running - at),
    lines,
    asked,
    writable,
    mapsLines,
  }
  const page = (
    <ReportsPage {...props} typed={back.typed ?? { unit: '', withBelow: [] }} {...(back.errors ? { errors: back.errors } : {})} />
  )
  return { status: back.errors === undefined ? 200 : 422, page }
}

async function begin(ask: Ask): Promise<Answer> {
  const typed = { unit: field(ask, 'unit'), withBelow: fields(ask, 'withBelow') }
  const period = field(ask, 'period')
  const units = await listUnitsOfYear(ask.site, ask.visitor?.posts ?? [], 'reports.write')
  const unit = units.find(({ code }) => code === typed.unit)
  if (unit === undefined) return show(ask, askedYear(period, ask), { typed, errors: errorsOf(ask, ['unit-missing']) })
  const withBelow = typed.withBelow.includes('yes')
  const outcome = await beginReport(ask.site, officerIn(ask), { unitId: unit.id, period, withBelow })
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/reports/${outcome.value.id}?done=begun`) }
  return show(ask, askedYear(period, ask), { typed, errors: errorsOf(ask, outcome.refusals) })
}

function errorsOf(ask: Ask, refusals: readonly (BeginRefusal | 'unit-missing')[]): FieldError[] {
  return refusals.map((refusal) => ({ field: 'unit', message: ask.reader.t(`reports.refused.${refusal}`) }))
}
