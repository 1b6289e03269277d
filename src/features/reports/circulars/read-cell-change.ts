import type { Db } from '../../../platform/database/index.ts'
import { listChanged } from '../making/list-changed.ts'
import type { ChangedNumber } from '../making/read-changed.ts'
import type { CellView } from './read-circular.ts'

/** Reads the records that changed behind one number of a circular, from after an id. */
export async function readCellChange(db: Db, { figure, drift, source }: CellView, after: number): Promise<ChangedNumber> {
  const number = { cell: figure.code, drift }
  return drift === undefined || source === undefined ? number : { ...number, records: await listChanged(db, drift, source, after) }
}
