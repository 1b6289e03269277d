import type { Breach } from './breach.ts'
import { type AnnualForm, rowsOf } from './form.ts'
import { type AnnualReport, sumIn } from './report.ts'
import { unequal } from './sum.ts'

/** The rows of the form before 2019 that are the sum of the rows one level below them (国办发〔2014〕32号). */
const totals = { S1: '3.1', S2: '3.2', S3: '3.3', S4: '3.3.4', S5: '4', S6: '5' } as const

/** Normative documents: published, and issued. Nobody publishes more than there are. */
const documents = { published: 't0/1.1.1/count', issued: 't0/1.1.2/count' }

/** S1–S7, for the statistics form before 2019; none for other forms. */
export function brokenStatistics(form: AnnualForm, { cells }: AnnualReport): Breach[] {
  const codes = rowsOf(form, 't0').map(({ code }) => code)
  if (codes.length === 0) return []
  const sums = Object.entries(totals) as [keyof typeof totals, string][]
  const left = sumIn(cells, [documents.published])
  const right = sumIn(cells, [documents.issued])
  const places = { cells: [documents.published, documents.issued], row: '1.1.1', column: 'count' }
  return [
    ...sums.flatMap(([id, row]) => {
      const below = codes.filter((code) => code.startsWith(`${row}.`) && !code.slice(row.length + 1).includes('.'))
      return unequal(id, cells, { left: [at(row)], right: below.map(at) }, { row, column: 'count' })
    }),
    ...(left > right ? [{ id: 'S7', kind: 'S7', severity: 'error', ...places, left, right } as const] : []),
  ]
}

function at(row: string): string {
  return `t0/${row}/count`
}
