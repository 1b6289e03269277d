import type { Breach } from './breach.ts'
import { type AnnualForm, columnsOf, type Row, rowsOf } from './form.ts'
import { type AnnualReport, type Cells, sumIn } from './report.ts'

/** What stands on both sides of an equation: addresses of cells. */
interface Sides {
  left: string[]
  right: string[]
}

/** The rows of table 2 that the form itself numbers: newly received, carried over, carried forward. */
export const rowCodes = { received: '1', carriedOver: '2', carriedForward: '4' } as const

/** I1, I2, I3 and I5: rows and columns of tables 2 and 3 add up (the first three are printed in the form itself, table 2). */
export function brokenSums(form: AnnualForm, { cells }: AnnualReport): Breach[] {
  const rows = rowsOf(form, 't2')
  const total = rows.find((row) => row.isTotal)?.code ?? ''
  const leaves = leavesOf(rows)
  const columns = columnsOf(form, 't2').map(({ code }) => code)
  const { received, carriedOver, carriedForward } = rowCodes
  return [
    ...rows.flatMap((row) => rowSum('I1', form, 't2', row.code, cells)),
    ...columns.flatMap((column) => {
      const at = (row: string) => `t2/${row}/${column}`
      return [
        ...unequal('I2', cells, { left: [at(received), at(carriedOver)], right: [at(total), at(carriedForward)] }, { column }),
        ...unequal('I3', cells, { left: [at(total)], right: leaves.map(at) }, { row: total, column }),
      ]
    }),
    ...rowsOf(form, 't3').flatMap((row) => rowSum('I5', form, 't3', row.code, cells)),
  ]
}

/** The codes of the rows of results that are no total: each application stands in one of them. */
export function leavesOf(rows: readonly Row[]): string[] {
  const { received, carriedOver, carriedForward } = rowCodes
  const others: string[] = [received, carriedOver, carriedForward]
  return rows.filter((row) => row.isTotal !== true && !others.includes(row.code)).map((row) => row.code)
}

/** A breach where the cells of both sides do not give the same sum; a blank counts nothing. */
export function unequal(
  id: Breach['id'] & Breach['kind'],
  cells: Cells,
  { left, right }: Sides,
  place: Pick<Breach, 'row' | 'column'>,
): Breach[] {
  const sums = { left: sumIn(cells, left), right: sumIn(cells, right) }
  return sums.left === sums.right ? [] : [{ id, kind: id, severity: 'error', cells: [...left, ...right], ...sums, ...place }]
}

/** The total column of a row against its other columns. */
function rowSum(id: 'I1' | 'I5', form: AnnualForm, table: string, row: string, cells: Cells): Breach[] {
  const columns = columnsOf(form, table)
  const at = (isTotal: boolean) =>
    columns.filter((column) => (column.isTotal === true) === isTotal).map((column) => `${table}/${row}/${column.code}`)
  return unequal(id, cells, { left: at(true), right: at(false) }, { row })
}
