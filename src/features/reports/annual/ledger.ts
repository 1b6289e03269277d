import type { Breach } from './breach.ts'
import { type AnnualForm, cellsOf } from './form.ts'
import { type AnnualReport, figureIn } from './report.ts'

/**
 * What the register of applications knows of the year beside table 2, which is counted from it cell by cell. So I10 and I11 can only be
 * broken by the register itself.
 */
export interface Ledger {
  /** Fee notices, and notices to clarify, that were sent in the cases that table 2 counts. */
  feeNotices: number
  clarificationNotices: number
  /** Cases that ended without an outcome that has a row (I10), and such as count as withheld though something was handed over (I11). */
  unplaced: number
  twice: number
}

/** Rows of table 2 that cannot be without a notice: not supplemented in time, still unclear after a supplement, fee not paid in time. */
const needy = { fee: ['3.6.2'], clarification: ['3.4.3', '3.6.1'] }

/** I10, I11 and I12: table 2 against the register of applications. */
export function brokenLedger(form: AnnualForm, report: AnnualReport, ledger: Ledger | undefined): Breach[] {
  if (ledger === undefined) return []
  const none: Pick<Breach, 'cells' | 'right' | 'severity'> = { cells: [], right: 0, severity: 'error' }
  return [
    ...(ledger.unplaced > 0 ? [{ id: 'I10', kind: 'I10', ...none, left: ledger.unplaced } as const] : []),
    ...(ledger.twice > 0 ? [{ id: 'I11', kind: 'I11', ...none, left: ledger.twice, row: '3.2' } as const] : []),
    ...missingNotices(form, report, 'fee', ledger.feeNotices),
    ...missingNotices(form, report, 'clarification', ledger.clarificationNotices),
  ]
}

function missingNotices(form: AnnualForm, { cells }: AnnualReport, of: keyof typeof needy, right: number): Breach[] {
  const wanted = needy[of].map((row) => `t2/${row}/total`)
  const places = cellsOf(form).flatMap(({ address }) => (wanted.includes(address) ? [address] : []))
  const left = places.reduce((sum, address) => sum + (figureIn(cells, address) ?? 0), 0)
  return left > right ? [{ id: 'I12', kind: `I12-${of}`, severity: 'warning', cells: places, left, right }] : []
}
