import type { Db } from '../../../platform/database/index.ts'
import type { Scope } from '../../../platform/facts.ts'
import { listTable, outcomes } from '../../applications/index.ts'
import { addressOfPlace } from './fill-report.ts'
import { findSource, type LinesByRow } from './find-source.ts'
import { cellsOf, type AnnualForm } from './form.ts'

/**
 * The records behind every counted cell of a form that is no total, by its address, each list in order: what a filing keeps, and what is
 * held against it later. Table 2 comes from one statement.
 */
export async function listBehind(db: Db, form: AnnualForm, scope: Scope, lines: LinesByRow): Promise<Map<string, number[]>> {
  const cells = cellsOf(form).filter(({ isTotal }) => !isTotal)
  const behind = new Map<string, number[]>()
  const outcomeForm = outcomes.forms.find(({ id }) => id === form.id)
  if (outcomeForm !== undefined && cells.some(({ table }) => table.code === 't2')) {
    for (const { address } of cells.filter(({ table }) => table.code === 't2')) behind.set(address, [])
    for (const { ids, ...place } of await listTable(db, scope, outcomeForm)) {
      const address = addressOfPlace(place)
      const before = address === undefined ? undefined : behind.get(address)
      if (address !== undefined && before !== undefined) behind.set(address, [...before, ...ids])
    }
    for (const ids of behind.values()) ids.sort((one, other) => one - other)
  }
  for (const cell of cells) {
    const facts = behind.has(cell.address) ? undefined : findSource(cell, lines)
    if (facts !== undefined) behind.set(cell.address, await facts.ids(db, scope))
  }
  return behind
}
