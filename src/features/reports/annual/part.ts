import type { Breach } from './breach.ts'
import { type AnnualForm, cellsOf } from './form.ts'
import { type AnnualReport, figureIn, rounded } from './report.ts'

/** I13: where a report names the units that it adds up, each cell is their sum. A cell that none of them gives is not compared. */
export function brokenParts(form: AnnualForm, { cells, parts = [] }: AnnualReport): Breach[] {
  if (parts.length === 0) return []
  return cellsOf(form).flatMap(({ address, row, column }): Breach[] => {
    const given = parts.map((part) => figureIn(part.cells, address)).filter((figure) => figure !== undefined)
    if (given.length === 0) return []
    const left = figureIn(cells, address) ?? 0
    const right = rounded(given.reduce((sum, figure) => sum + figure, 0))
    if (left === right) return []
    const place = { cells: [address], row: row.code, column: column.code }
    return [{ id: 'I13', kind: 'I13', severity: 'error', ...place, left, right, said: { parts: parts.length } }]
  })
}
