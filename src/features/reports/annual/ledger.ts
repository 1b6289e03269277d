import type { Breach } from './breach.ts'
import { type AnnualForm, cellsOf } from './form.ts'
import { type AnnualReport, figureIn } from './report.ts'

/** What the register of applications knows of the year: see `readTableFacts` of the applications for its faults. */
export interface Ledger {
  /** Fee notices, and notices to clarify, that were sent in the cases that table 2 counts. */
  feeNotices: number
  clarificationNotices: number
  /** Identities that the register itself breaks; I11 where a partly disclosed case is also counted as withheld. */
  faults: readonly ('I1' | 'I2' | 'I3' | 'I10' | 'I11')[]
  /** Its own count of cells of table 2, by address; what it does not give is not compared. */
  cells?: Record<string, number> | undefined
}

/** Rows of table 2 that cannot be without a notice: not supplemented in time, still unclear after a supplement, fee not paid in time. */
const needy = { fee: ['3.6.2'], clarification: ['3.4.3', '3.6.1'] }

/** I10, I11 and I12: table 2 against the register of applications. */
export function brokenLedger(form: AnnualForm, report: AnnualReport, ledger: Ledger | undefined): Breach[] {
  if (ledger === undefined) return []
  const loose = ledger.faults.filter((fault) => fault !== 'I11').length
  const twice = ledger.faults.length - loose
  const none: Pick<Breach, 'cells' | 'right' | 'severity'> = { cells: [], right: 0, severity: 'error' }
  return [
    ...otherCounts(form, report, ledger),
    ...(loose > 0 ? [{ id: 'I10', kind: 'I10-faults', ...none, left: loose } as const] : []),
    ...(twice > 0 ? [{ id: 'I11', kind: 'I11', ...none, left: twice, row: '3.2' } as const] : []),
    ...missingNotices(form, report, 'fee', ledger.feeNotices),
    ...missingNotices(form, report, 'clarification', ledger.clarificationNotices),
  ]
}

function otherCounts(form: AnnualForm, { cells }: AnnualReport, ledger: Ledger): Breach[] {
  const counted = ledger.cells
  if (counted === undefined) return []
  return cellsOf(form).flatMap(({ address, row, column }): Breach[] => {
    const left = figureIn(cells, address) ?? 0
    const right = figureIn(counted, address)
    if (right === undefined || left === right) return []
    return [{ id: 'I10', kind: 'I10-cell', severity: 'error', cells: [address], left, right, row: row.code, column: column.code }]
  })
}

function missingNotices(form: AnnualForm, { cells }: AnnualReport, of: keyof typeof needy, right: number): Breach[] {
  const wanted = needy[of].map((row) => `t2/${row}/total`)
  const places = cellsOf(form).flatMap(({ address }) => (wanted.includes(address) ? [address] : []))
  const left = places.reduce((sum, address) => sum + (figureIn(cells, address) ?? 0), 0)
  return left > right ? [{ id: 'I12', kind: `I12-${of}`, severity: 'warning', cells: places, left, right }] : []
}
