import type { Day } from '../../../kernel/day.ts'
import type { WordKey } from '../../../kernel/words.ts'
import type { FilledCell } from '../annual/fill-report.ts'
import { entryRefusals, sumOfEntries, type EntryRefusal, type TypedEntry } from '../entered/entry.ts'

/** A number as it was typed for a cell of a report. */
export interface TypedCell extends TypedEntry {
  /** Its address: `t1/charges/amount` */
  cell: string
}

export type CellRefusal = EntryRefusal | 'cell-unknown' | 'cell-counted' | 'cell-twice'

/** Money stands in units of 10,000 yuan, to the hundredth of a yuan. */
const decimalsOfMoney = 4

/** Why each of some numbers cannot be entered in a report, in their order. What records count is not typed in, and no cell is named twice. */
export function cellRefusals(
  cells: readonly FilledCell[],
  numbers: readonly TypedCell[],
  span: { from: Day },
  today: Day,
): CellRefusal[][] {
  const byAddress = new Map(cells.map((filled) => [filled.cell.address, filled]))
  const named = new Set<string>()
  return numbers.map((number) => {
    const filled = byAddress.get(number.cell)
    if (filled === undefined) return ['cell-unknown']
    const refusals: CellRefusal[] = []
    if (filled.origin === 'counted') refusals.push('cell-counted')
    if (named.has(number.cell)) refusals.push('cell-twice')
    named.add(number.cell)
    const { measure, isSigned } = filled.cell
    return [...refusals, ...entryRefusals(number, span, today, { decimals: measure === 'count' ? 0 : decimalsOfMoney, isSigned })]
  })
}

/** What a unit itself entered in a cell, and what the units below it entered; the cell of a report with all below says both together. */
export function partsOf({ entries }: Pick<FilledCell, 'entries'>, unitId: number) {
  return {
    own: sumOfEntries(entries.filter((entry) => entry.unitId === unitId)),
    below: sumOfEntries(entries.filter((entry) => entry.unitId !== unitId)),
  }
}

/** Which field mends a refusal: the address, the number or what shows it. */
export function fieldOfCell(refusal: CellRefusal): 'cell' | 'value' | 'evidence' {
  if (refusal.startsWith('cell')) return 'cell'
  return refusal.startsWith('evidence') ? 'evidence' : 'value'
}

/** The word that says a refusal. */
export function wordOfCell(refusal: CellRefusal): WordKey {
  return refusal.startsWith('cell') ? (`reports.refused.${refusal}` as WordKey) : (`account.refused.${refusal}` as WordKey)
}

/** Where the number of a cell comes from, as a filing keeps it: a total is the sum of others. */
export function originOf({ cell, origin }: Pick<FilledCell, 'cell' | 'origin'>): 'counted' | 'by-hand' | 'sum' | 'empty' {
  if (origin === 'none') return 'empty'
  return origin === 'counted' && cell.isTotal ? 'sum' : origin
}
