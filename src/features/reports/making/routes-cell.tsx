import { NotFound } from '../../../kernel/faults.ts'
import { field, fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href, nameIn } from '../../../ui/reader.ts'
import { findKeeper, listUnits } from '../../organisations/index.ts'
import { findSource } from '../annual/find-source.ts'
import { makeReport } from '../annual/make-report.ts'
import { sourceOfCell } from '../annual/source-of-cell.ts'
import { askedAfter } from '../figures/asked-question.ts'
import { isTakenAway, lengthOf, takeAway } from '../figures/give-records.ts'
import { CellPage, type CellPageProps } from '../pages/cell-page.tsx'
import { cellName } from '../pages/cell-words.ts'
import { DriftPage } from '../pages/drift-page.tsx'
import { reportDriftPath } from '../pages/made-page.tsx'
import { askedReport, officerIn, pathOfReport } from './asked-report.ts'
import { fieldOfCell, wordOfCell, type CellRefusal } from './cell.ts'
import { markNumbers } from './mark-numbers.ts'
import { enterCells } from './enter-cells.ts'
import { readChanged } from './read-changed.ts'
import { readMade } from './read-made.ts'

/** One cell of a report: the records behind it, or who vouches for it, and what changed behind it since it was filed. */
export const cellRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/desk/reports/:id/cell',
    policy: 'reports.read',
    about: pathOfReport,
    answer: (ask) => show(ask, ask.query['cell'] ?? ''),
  },
  { method: 'GET', path: '/desk/reports/:id/drift', policy: 'reports.read', about: pathOfReport, answer: showDrift },
  { method: 'POST', path: '/desk/reports/:id/cell', policy: 'reports.write', about: pathOfReport, answer: enter },
]

async function askedCell(ask: Ask, address: string) {
  const report = await askedReport(ask)
  const units = await listUnits(ask.site.database.read)
  const unit = units.find((one) => one.id === report.unitId)
  const keeper = unit && (await findKeeper(ask.site.database.read, unit, ask.reader.today))
  const made = unit && (await makeReport(ask.site, unit, report, ask.reader.today))
  const filled = made?.cells.find(({ cell }) => cell.address === address)
  if (unit === undefined || keeper === undefined || made === undefined || filled === undefined) throw new NotFound(`cell ${address}`)
  return { report, units, unit, keeper, made, filled }
}

async function show(ask: Ask, address: string, back: Partial<Pick<CellPageProps, 'typed' | 'errors'>> = {}): Promise<Answer> {
  const { report, units, unit, keeper, made, filled } = await askedCell(ask, address)
  const after = askedAfter(ask)
  const source = findSource(filled.cell, made.lines)
  const length = lengthOf(ask)
  const found = (await source?.list(ask.site.database.read, made.scope, after, length + 1)) ?? []
  const facts = found.slice(0, length)
  const next = found.length > length ? facts.at(-1)?.id : undefined
  if (isTakenAway(ask)) return takeAway(ask, { facts, next, units, place: 'desk', isCase: false })
  const typed = back.typed ?? { value: '', atLeast: [], evidence: '' }
  const props = {
    reader: ask.reader,
    report,
    unit,
    keeper,
    units,
    form: made.form,
    numbers: markNumbers(made.cells),
    filled,
    facts,
    after,
    next,
    typed,
  }
  return { status: back.errors === undefined ? 200 : 422, page: <CellPage {...props} {...(back.errors ? { errors: back.errors } : {})} /> }
}

/** What changed behind one cell since the report was filed. */
async function showDrift(ask: Ask): Promise<Answer> {
  const { reader, site } = ask
  const { report, unit, made, filings, drift } = await readMade(site, await askedReport(ask))
  const [cell, after, filing] = [ask.query['cell'] ?? '', askedAfter(ask), filings[0]]
  if (filing === undefined) throw new NotFound(`filing of report ${report.id}`)
  const source = sourceOfCell({ form: made.form, filing, scope: made.scope }, cell)
  const number = await readChanged(site.database.read, { filingId: filing.id, cell, drift, source, after })
  const title = reader.t('reports.annual.title', { unit: nameIn(reader, unit), year: report.period })
  const names = {
    title,
    back: `/desk/reports/${report.id}`,
    name: cellName(reader, made.form, cell),
    path: reportDriftPath(report.id, cell),
  }
  return { page: <DriftPage {...{ reader, place: 'desk', ...names, number, after }} units={await listUnits(site.database.read)} /> }
}

async function enter(ask: Ask): Promise<Answer> {
  const address = field(ask, 'cell')
  const { report } = await askedCell(ask, address)
  const typed = { value: field(ask, 'value').trim(), atLeast: fields(ask, 'atLeast'), evidence: field(ask, 'evidence') }
  const number = { cell: address, value: typed.value, evidence: typed.evidence, isAtLeast: typed.atLeast.includes('yes') }
  const seen = { version: report.version, numbers: field(ask, 'numbers') }
  const outcome = await enterCells(ask.site, officerIn(ask), report.id, { numbers: [number], seen })
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/reports/${report.id}?done=entered`) }
  const errors = outcome.refusals.map((one) =>
    one === 'edited-meanwhile'
      ? { field: 'value', message: ask.reader.t('reports.refused.numbers-meanwhile') }
      : { field: placeOf(one.refusal), message: ask.reader.t(wordOfCell(one.refusal)) },
  )
  return show(ask, address, { typed, errors })
}

/** The form has no field for the cell: what is wrong with it is said at the number. */
function placeOf(refusal: CellRefusal): string {
  const field = fieldOfCell(refusal)
  return field === 'cell' ? 'value' : field
}
