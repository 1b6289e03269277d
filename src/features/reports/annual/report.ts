import type { Day } from '../../../kernel/day.ts'
import type { UnitKind } from './form.ts'

/** Figures by the address of their cell; null where the report leaves the cell blank. */
export type Cells = Record<string, number | null>

/** The figures of a unit that a government's report adds up. */
export interface Part {
  name: string
  cells: Cells
}

/** An annual report as it travels between systems. `text` by the numeral of the section, `notes` by the identity that they explain. */
export interface AnnualReport {
  format: 'gongkai-annual-report/1'
  about?: string | undefined
  edition: string
  year: number
  unit: { code?: string | undefined; name: string; kind: UnitKind }
  title?: string | undefined
  publishedOn?: Day | undefined
  cells: Cells
  /** The report of the year before, as far as it is known. */
  previous?: { year: number; cells: Cells } | undefined
  parts?: Part[] | undefined
  text?: Record<string, string> | undefined
  notes?: Record<string, string> | undefined
}

/** The figure of a cell; undefined where it is blank or missing. */
export function figureIn(cells: Cells, address: string): number | undefined {
  return Object.hasOwn(cells, address) ? (cells[address] ?? undefined) : undefined
}

/** The sum of cells, a blank counting nothing, rid of the dust that adding decimals leaves. */
export function sumIn(cells: Cells, addresses: readonly string[]): number {
  return rounded(addresses.reduce((sum, address) => sum + (figureIn(cells, address) ?? 0), 0))
}

/** A sum to the hundredth of a yuan: money stands in units of 10,000 yuan. */
export function rounded(n: number): number {
  return Math.round(n * 1e6) / 1e6
}
