import { NotFound } from '../../../kernel/faults.ts'
import { field, fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { listUnits } from '../../organisations/index.ts'
import { findSource } from '../annual/find-source.ts'
import { makeReport } from '../annual/make-report.ts'
import { enterFigure } from '../entered/enter-figure.ts'
import type { EntryRefusal } from '../entered/entry.ts'
import { askedAfter } from '../figures/asked-question.ts'
import { periodFrom } from '../figures/period.ts'
import { CellPage, type CellPageProps } from '../pages/cell-page.tsx'
import { askedReport, officerIn, pathOfReport } from './asked-report.ts'

/** One cell of a report: the records behind it, or who vouches for it. */
export const cellRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/desk/reports/:id/cell',
    policy: 'reports.read',
    about: pathOfReport,
    answer: (ask) => show(ask, ask.query['cell'] ?? ''),
  },
  { method: 'POST', path: '/desk/reports/:id/cell', policy: 'reports.write', about: pathOfReport, answer: enter },
]

const listLength = 50
/** Money stands in units of 10,000 yuan, to the hundredth of a yuan. */
const decimalsOfMoney = 4

async function askedCell(ask: Ask, address: string) {
  const report = await askedReport(ask)
  const units = await listUnits(ask.site.database.read)
  const unit = units.find((one) => one.id === report.unitId)
  const made = unit && (await makeReport(ask.site, unit, report, ask.reader.today))
  const filled = made?.cells.find(({ cell }) => cell.address === address)
  if (unit === undefined || made === undefined || filled === undefined) throw new NotFound(`cell ${address}`)
  return { report, units, unit, made, filled }
}

async function show(ask: Ask, address: string, back: Partial<Pick<CellPageProps, 'typed' | 'errors'>> = {}): Promise<Answer> {
  const { report, units, unit, made, filled } = await askedCell(ask, address)
  const after = askedAfter(ask)
  const source = findSource(made.form, filled.cell, made.lines)
  const found = (await source?.list(ask.site.database.read, made.scope, after, listLength + 1)) ?? []
  const facts = found.slice(0, listLength)
  const next = found.length > listLength ? facts.at(-1)?.id : undefined
  const typed = back.typed ?? { value: '', atLeast: [], evidence: '' }
  const props = { reader: ask.reader, report, unit, units, form: made.form, filled, facts, after, next, typed }
  return { status: back.errors === undefined ? 200 : 422, page: <CellPage {...props} {...(back.errors ? { errors: back.errors } : {})} /> }
}

async function enter(ask: Ask): Promise<Answer> {
  const address = field(ask, 'cell')
  const { report, unit, filled } = await askedCell(ask, address)
  const typed = { value: field(ask, 'value').trim(), atLeast: fields(ask, 'atLeast'), evidence: field(ask, 'evidence') }
  const outcome = await enterFigure(ask.site, officerIn(ask), {
    ...{ unitId: unit.id, span: periodFrom(report.period), value: typed.value, evidence: typed.evidence },
    ...{ isAtLeast: typed.atLeast.includes('yes'), decimals: filled.cell.measure === 'count' ? 0 : decimalsOfMoney },
    figure: filled.origin === 'counted' ? undefined : filled.cell.address,
  })
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/reports/${report.id}?done=entered`) }
  const errors = outcome.refusals.map((refusal) => ({ field: fieldOf(refusal), message: ask.reader.t(`account.refused.${refusal}`) }))
  return show(ask, address, { typed, errors })
}

function fieldOf(refusal: EntryRefusal): string {
  return refusal.startsWith('evidence') ? 'evidence' : 'value'
}
