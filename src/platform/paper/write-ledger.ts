import type { Ledger } from './ledger.ts'
import { printPaper, type Paper } from './print-paper.ts'

/**
 * A register as a PDF (PDF/UA-1), A4 across, its head row on every page. Throws a RangeError when a row has more or fewer texts than there
 * are columns, and PressBusy.
 */
export async function writeLedger({ language, at, columns, rows, ...words }: Ledger): Promise<Paper> {
  const odd = rows.findIndex((row) => row.length !== columns.length)
  if (odd !== -1) throw new RangeError(`row ${odd + 1} of the register has ${rows[odd]?.length} texts for ${columns.length} columns`)
  const set = columns.map(({ title, share = 0, align = 'left' }) => ({ title, share, align }))
  return printPaper({ template: 'ledger', at, content: { lang: language, ...words, columns: set, rows } })
}
