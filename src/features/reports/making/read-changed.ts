import { NotFound } from '../../../kernel/faults.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Facts, Scope } from '../../../platform/facts.ts'
import type { Drift } from './drift.ts'
import { listChanged, type ChangedRecords } from './list-changed.ts'
import { listFiledCells } from './queries-cells.ts'

/** One number of a filing, and what changed behind it; `records` where they may be named. */
export interface ChangedNumber {
  cell: string
  drift?: Drift | undefined
  records?: ChangedRecords | undefined
}

/** What is asked of one number: of which filing, and where its records can be read. */
export interface AskedNumber {
  filingId: number
  cell: string
  drift: readonly Drift[]
  /** Undefined where the records may not be named, or where there are none. */
  source?: { facts: Facts; scope: Scope } | undefined
  after: number
}

/** Reads what changed behind one number since it was filed. Throws NotFound for one that was neither filed nor has come since. */
export async function readChanged(db: Db, { filingId, cell, drift, source, after }: AskedNumber): Promise<ChangedNumber> {
  const changed = drift.find((one) => one.cell === cell)
  if (changed === undefined && !(await listFiledCells(db, filingId)).some((one) => one.cell === cell)) throw new NotFound(`number ${cell}`)
  if (changed?.kind !== 'records' || source === undefined) return { cell, drift: changed }
  return { cell, drift: changed, records: await listChanged(db, changed, source, after) }
}
