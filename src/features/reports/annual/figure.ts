import type { Breach, BreachKind } from './breach.ts'
import { type AnnualForm, type Cell, cellsOf } from './form.ts'
import { type AnnualReport, figureIn } from './report.ts'

/**
 * I6: every cell holds a whole number that is not below zero; money may have decimals, and a change may be below zero. A blank is as bad
 * as the edition says: that of 2021 wants a 0 written.
 */
export function wrongFigures(form: AnnualForm, { cells }: AnnualReport): Breach[] {
  return cellsOf(form).flatMap((cell): Breach[] => {
    const figure = figureIn(cells, cell.address)
    const kind = faultOf(cell, figure)
    if (kind === undefined) return []
    const severity = kind === 'I6-blank' ? form.blanks : 'error'
    const place = { cells: [cell.address], row: cell.row.code, column: cell.column.code }
    return [{ id: 'I6', kind, severity, ...place, left: figure ?? 0, right: 0 }]
  })
}

function faultOf(cell: Cell, figure: number | undefined): Extract<BreachKind, `I6-${string}`> | undefined {
  if (figure === undefined) return 'I6-blank'
  if (figure < 0 && !cell.isSigned) return 'I6-negative'
  if (!Number.isInteger(figure) && cell.measure === 'count') return 'I6-fraction'
  return undefined
}
