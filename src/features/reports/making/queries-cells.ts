import { sql } from 'kysely'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/** A cell as it was filed. `ids`: the records behind a counted one. */
export interface FiledCell {
  cell: string
  origin: 'counted' | 'by-hand' | 'sum'
  value: number
  /** The source says "over". */
  isAtLeast: boolean
  ids?: readonly number[] | undefined
  fingerprint: string
}

export async function insertFiledCells(db: Db, filingId: number, cells: readonly FiledCell[]): Promise<void> {
  // One by one: the ids of a city's million cases are not held in one statement.
  for (const { cell, origin, value, isAtLeast, ids, fingerprint } of cells)
    await sql`insert into reports.filing_cell (filing_id, cell, origin, value, is_at_least, ids, fingerprint)
      values (${filingId}, ${cell}, ${origin}, ${value}, ${isAtLeast}, ${ids ?? null}::bigint[], ${fingerprint})`.execute(using<Tables>(db))
}

/** The cells of a filing, each with a hash of the ids behind it, which stay where they are. */
export async function listCellMarks(db: Db, filingId: number): Promise<(Omit<FiledCell, 'ids'> & { ids: string | null })[]> {
  type Row = Pick<FiledCell, 'cell' | 'origin' | 'fingerprint'> & { value: string; is_at_least: boolean; ids: string | null }
  const { rows } = await sql<Row>`
    select cell, origin, value, is_at_least, fingerprint, encode(sha256(convert_to(array_to_string(ids, ','), 'UTF8')), 'hex') as ids
    from reports.filing_cell where filing_id = ${filingId} order by cell`.execute(using<Tables>(db))
  return rows.map(({ value, is_at_least: isAtLeast, ...row }) => ({ ...row, isAtLeast, value: Number(value) }))
}

/** The cells of a filing with the records behind them. */
export async function listFiledCells(db: Db, filingId: number): Promise<FiledCell[]> {
  type Row = Pick<FiledCell, 'cell' | 'origin' | 'fingerprint'> & { value: string; is_at_least: boolean; ids: number[] | null }
  const { rows } = await sql<Row>`
    select cell, origin, value, is_at_least, ids, fingerprint from reports.filing_cell where filing_id = ${filingId} order by cell`.execute(
    using<Tables>(db),
  )
  return rows.map(({ value, is_at_least: isAtLeast, ids, ...row }) => ({ ...row, isAtLeast, value: Number(value), ids: ids?.map(Number) }))
}
