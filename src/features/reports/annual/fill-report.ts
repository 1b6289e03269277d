import type { Db } from '../../../platform/database/index.ts'
import type { Facts, Scope } from '../../../platform/facts.ts'
import { countTable, outcomes, type TablePlace } from '../../applications/index.ts'
import { sumOfEntries, type Entry } from '../entered/entry.ts'
import { listEntries } from '../entered/queries.ts'
import { findSource, type LinesByRow } from './find-source.ts'
import { cellsOf, type AnnualForm, type Cell } from './form.ts'
import { rounded } from './report.ts'
import { tallyOf } from './tally.ts'

/** A cell with its number and where that comes from; `none`: no record is counted for it and nobody entered it. */
export interface FilledCell {
  cell: Cell
  origin: 'counted' | 'by-hand' | 'none'
  value: number | null
  isAtLeast: boolean
  entries: readonly Entry[]
}

/**
 * Fills the form of a year for a scope from the records, and from what was entered by hand where there are none. Table 2 comes from one
 * statement, every other source from one reading each. Where the records behind the cells were listed, in `behind`, their lists are the
 * numbers: whoever freezes both must not count what arrived between two readings.
 */
export async function fillReport(
  db: Db,
  form: AnnualForm,
  scope: Scope,
  lines: LinesByRow,
  behind?: ReadonlyMap<string, readonly number[]>,
): Promise<FilledCell[]> {
  const cells = cellsOf(form)
  const table = behind === undefined ? await countCases(db, form, scope) : tallyOf(form, behind)
  const counted = await countOthers(
    db,
    scope,
    cells.flatMap((cell) => {
      const facts = table.has(cell.address) ? undefined : findSource(cell, lines)
      return facts === undefined ? [] : [{ address: cell.address, facts }]
    }),
  )
  const { unitIds, from, until } = scope
  const entries = await listEntries(db, { unitIds, figures: cells.map(({ address }) => address), from, until })
  return cells.map((cell) => {
    const own = entries.filter(({ figure }) => figure === cell.address)
    const value = table.get(cell.address) ?? counted.get(cell.address)
    if (value !== undefined) return { cell, origin: 'counted', value, isAtLeast: false, entries: own }
    const entered = sumOfEntries(own)
    return entered === undefined
      ? { cell, origin: 'none', value: null, isAtLeast: false, entries: [] }
      : { cell, origin: 'by-hand', ...entered, value: rounded(entered.value) }
  })
}

/** The address of the cell of one column in which a place of the statutory table is counted; undefined where the form has none for it. */
export function addressOfPlace({ stand, row, column }: TablePlace): string | undefined {
  const rows = { received: '1', 'carried-over': '2', concluded: row, 'carried-forward': '4' } as const
  return rows[stand] === '' ? undefined : `t2/${rows[stand]}/${column}`
}

/** Every cell of table 2, also those with nothing; empty for a form without that table. */
async function countCases(db: Db, form: AnnualForm, scope: Scope): Promise<Map<string, number>> {
  const outcomeForm = outcomes.forms.find(({ id }) => id === form.id)
  const cells = cellsOf(form).filter(({ table }) => table.code === 't2')
  if (outcomeForm === undefined || cells.length === 0) return new Map()
  const counts = new Map(cells.map(({ address }) => [address, 0]))
  const add = (address: string, count: number) => {
    const before = counts.get(address)
    if (before !== undefined) counts.set(address, before + count)
  }
  const total = outcomeForm.rows.find((row) => row.isTotal === true)?.row
  for (const { count, ...place } of await countTable(db, scope, outcomeForm)) {
    const address = addressOfPlace(place)
    const rows = [...(address === undefined ? [] : [address]), ...(place.stand === 'concluded' ? [`t2/${total}/${place.column}`] : [])]
    for (const one of rows) {
      add(one, count)
      add(one.replace(/[^/]+$/, 'total'), count)
    }
  }
  return counts
}

async function countOthers(db: Db, scope: Scope, asked: readonly { address: string; facts: Facts }[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const source of new Set(asked.map(({ facts }) => facts.source))) {
    const batch = asked.filter(({ facts }) => facts.source === source)
    const together = batch.map(({ facts }) => facts)
    const groups = await together[0]?.counts(db, scope, together, 'all')
    for (const [at, { address }] of batch.entries()) counts.set(address, groups?.get('')?.[at] ?? 0)
  }
  return counts
}
