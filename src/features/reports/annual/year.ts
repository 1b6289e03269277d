import type { Breach } from './breach.ts'
import { type AnnualForm, columnsOf, rowsOf } from './form.ts'
import { type AnnualReport, type Cells, figureIn, rounded } from './report.ts'
import { rowCodes } from './sum.ts'

/** I4, I7, I8 and I14: what a report says of its year against the report of the year before. Where that is not known, nothing is said. */
export function brokenYears(form: AnnualForm, report: AnnualReport): Breach[] {
  const before = report.previous?.cells
  const published = morePublished(form, report.cells)
  if (before === undefined) return published
  return [
    ...carriedOver(form, report, before),
    ...inForce(form, report.cells, before),
    ...published,
    ...itemsBefore(form, report.cells, before),
    ...stillPending(form, report.cells, before),
  ]
}

/** I4: what the year before carried forward is carried over, column by column. A note makes it an explained warning. */
function carriedOver(form: AnnualForm, { cells, notes = {} }: AnnualReport, before: Cells): Breach[] {
  const note = Object.hasOwn(notes, 'I4') ? (notes['I4'] ?? '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim() : ''
  const kind = note === '' ? 'I4-plain' : 'I4-explained'
  return columnsOf(form, 't2').flatMap(({ code }): Breach[] => {
    const left = figureIn(cells, `t2/${rowCodes.carriedOver}/${code}`)
    const right = figureIn(before, `t2/${rowCodes.carriedForward}/${code}`)
    if (left === undefined || right === undefined || left === right) return []
    const severity = note === '' ? 'error' : 'warning'
    const place = { cells: [`t2/${rowCodes.carriedOver}/${code}`], row: rowCodes.carriedOver, column: code }
    return [{ id: 'I4', kind, severity, ...place, left, right, said: { note } }]
  })
}

/** I7: in force are those of the year before, and the new ones, without those repealed. Dates of expiry break it, so it only warns. */
function inForce(form: AnnualForm, cells: Cells, before: Cells): Breach[] {
  return rowsOf(form, 't1').flatMap((row) => {
    const at = (column: string) => `t1/${row.code}/${column}`
    const figures = [before, cells, cells].map((of, index) => figureIn(of, at(['valid', 'issued', 'repealed'][index] ?? '')))
    const left = figureIn(cells, at('valid'))
    const [earlier, issued, repealed] = figures
    if (left === undefined || earlier === undefined || issued === undefined || repealed === undefined) return []
    const right = earlier + issued - repealed
    return warning('I7', left === right, { cells: ['valid', 'issued', 'repealed'].map(at), left, right, row: row.code, column: 'valid' })
  })
}

/** I8, within one year: no more was published in it than is public in total. */
function morePublished(form: AnnualForm, cells: Cells): Breach[] {
  return rowsOf(form, 't1').flatMap((row) => {
    const at = (column: string) => `t1/${row.code}/${column}`
    const left = figureIn(cells, at('published'))
    const right = figureIn(cells, at('public-total'))
    if (left === undefined || right === undefined) return []
    const sides = { cells: [at('published'), at('public-total')], left, right, row: row.code, column: 'published' }
    return warning('I8-published', left <= right, sides)
  })
}

/** I8, over two years: the items of the year before are those that its report had at its end. */
function itemsBefore(form: AnnualForm, cells: Cells, before: Cells): Breach[] {
  return rowsOf(form, 't1').flatMap((row) => {
    const at = (column: string) => `t1/${row.code}/${column}`
    const left = figureIn(cells, at('last-year'))
    const earlier = figureIn(before, at('last-year'))
    const change = figureIn(before, at('change'))
    if (left === undefined || earlier === undefined || change === undefined) return []
    const right = rounded(earlier + change)
    return warning('I8-carried', left === right, { cells: [at('last-year')], left, right, row: row.code, column: 'last-year' })
  })
}

/** I14: what was not yet decided at the end of the year before appears as decided. A case may stay open longer, so it only warns. */
function stillPending(form: AnnualForm, cells: Cells, before: Cells): Breach[] {
  return rowsOf(form, 't3').flatMap((row) => {
    const left = figureIn(before, `t3/${row.code}/pending`)
    const decided = ['upheld', 'corrected', 'other'].map((column) => `t3/${row.code}/${column}`)
    if (left === undefined || decided.some((address) => figureIn(cells, address) === undefined)) return []
    const right = decided.reduce((sum, address) => sum + (figureIn(cells, address) ?? 0), 0)
    return warning('I14', left <= right, { cells: decided, left, right, row: row.code })
  })
}

type Sides = Pick<Breach, 'cells' | 'left' | 'right' | 'row' | 'column'>

function warning(kind: 'I7' | 'I8-carried' | 'I8-published' | 'I14', holds: boolean, sides: Sides): Breach[] {
  const id = kind === 'I7' || kind === 'I14' ? kind : 'I8'
  return holds ? [] : [{ id, kind, severity: 'warning', ...sides }]
}
