import { createHash } from 'node:crypto'
import type { Entry } from '../entered/entry.ts'

/** Tells the numbers by hand that stand in a report from any others: whoever enters over them, or files them, says which ones were seen. */
export function markNumbers(cells: readonly { entries: readonly Pick<Entry, 'id'>[] }[]): string {
  const ids = cells.flatMap(({ entries }) => entries.map(({ id }) => id)).toSorted((one, other) => one - other)
  return createHash('sha256').update(ids.join()).digest('hex').slice(0, 8)
}
