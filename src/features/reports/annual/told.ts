import { cellMarked, type Mark } from '../figures/mark.ts'
import { figureIn, type Cells } from './report.ts'

/** The numbers of a report, and what must be said with some of them; both by the address of the cell. */
export interface Told {
  cells: Cells
  marks?: ReadonlyMap<string, Mark> | undefined
}

/** A number as it stands in a table on paper and in texts, with its mark; nothing for a blank. */
export function sayCell({ cells, marks }: Told, address: string): string {
  const value = figureIn(cells, address)
  return value === undefined ? '' : cellMarked(value, marks?.get(address))
}
