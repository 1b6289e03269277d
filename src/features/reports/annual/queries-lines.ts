import { sql } from 'kysely'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { LinesByRow } from './find-source.ts'

/** The row of the lines under which annual reports themselves are published. */
export const ownRow = 'report'

/** Which lines of the catalogue count in which row of table 1, by the row's code; those of the report itself under `ownRow`. */
export async function listLineRows(db: Db): Promise<LinesByRow> {
  const { rows } = await sql<{ duty_id: number; row: string }>`select duty_id, row from reports.line_row order by row, duty_id`.execute(
    using<Tables>(db),
  )
  const lines = new Map<string, number[]>()
  for (const { duty_id: dutyId, row } of rows) lines.set(row, [...(lines.get(row) ?? []), Number(dutyId)])
  return lines
}

/** Lays down anew which lines count in a row; two who do so at once wait for each other. */
export async function saveLineRow(db: Db, row: string, dutyIds: readonly number[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('reports.line_row', 0))`.execute(using<Tables>(db))
  await sql`delete from reports.line_row where row = ${row}`.execute(using<Tables>(db))
  await sql`insert into reports.line_row (duty_id, row) select d, ${row} from unnest(${dutyIds}::bigint[]) as d`.execute(using<Tables>(db))
}
