import { columnsOf, rowsOf, type AnnualForm } from './form.ts'
import { leavesOf } from './sum.ts'

/**
 * The numbers of cells from the records behind them, by address: each is the length of its list, and the totals of tables 2 and 3 are the
 * sums of what they add up. Only what has a list, or is such a total, is there.
 */
export function tallyOf(form: AnnualForm, behind: ReadonlyMap<string, readonly number[]>): Map<string, number> {
  const tally = new Map([...behind].map(([address, ids]) => [address, ids.length]))
  for (const table of ['t2', 't3']) {
    const [rows, columns] = [rowsOf(form, table), columnsOf(form, table)]
    const parts = columns.flatMap(({ code, isTotal }) => (isTotal === true ? [] : [code]))
    for (const row of rows)
      for (const column of columns) {
        if (row.isTotal !== true && column.isTotal !== true) continue
        const added = (row.isTotal === true ? leavesOf(rows) : [row.code]).flatMap((one) =>
          (column.isTotal === true ? parts : [column.code]).map((other) => behind.get(`${table}/${one}/${other}`)?.length ?? 0),
        )
        tally.set(
          `${table}/${row.code}/${column.code}`,
          added.reduce((sum, count) => sum + count, 0),
        )
      }
  }
  return tally
}
