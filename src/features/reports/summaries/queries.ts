import { sql, type RawBuilder } from 'kysely'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Summary } from './summary.ts'

interface Row {
  id: number
  unit_id: number
  period: string
  texts: Record<string, string>
  taken: string[]
  document_id: number | null
  begun_by: number
  begun_at: Date
  version: number
}

const columns = sql`r.id, r.unit_id, r.period, r.texts, r.document_id, r.begun_by, r.begun_at, r.version,
  array(select p.problem from reports.taken_problem p where p.report_id = r.id order by p.problem) as taken`

/** A work summary by its id; undefined when there is none. */
export async function findSummary(db: Db, id: number): Promise<Summary | undefined> {
  return (await read(db, sql`r.id = ${id}`))[0]
}

/** The same, locked for the rest of the transaction. */
export async function lockSummary(db: Db, id: number): Promise<Summary | undefined> {
  const { rows } = await sql`select from reports.report r where r.id = ${id} and r.kind = 'summary' for no key update`.execute(
    using<Tables>(db),
  )
  return rows.length === 0 ? undefined : findSummary(db, id)
}

/** Work summaries of some units; of one year, where it is given. */
export async function listSummaries(db: Db, asked: { unitIds?: readonly number[]; period?: string }): Promise<Summary[]> {
  const units = asked.unitIds === undefined ? sql`true` : sql`r.unit_id = any(${asked.unitIds}::bigint[])`
  return read(db, sql`${units} and ${asked.period === undefined ? sql`true` : sql`r.period = ${asked.period}`}`)
}

/** Begins a summary; undefined when the unit has one of that year. */
export async function insertSummary(
  db: Db,
  { unitId, period, begunBy, begunAt }: Pick<Summary, 'unitId' | 'period' | 'begunBy' | 'begunAt'>,
): Promise<Summary | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into reports.report (unit_id, kind, period, with_below, begun_by, begun_at)
    values (${unitId}, 'summary', ${period}, true, ${begunBy}, ${begunAt})
    on conflict (unit_id, kind, period) do nothing returning id`.execute(using<Tables>(db))
  return rows[0] && findSummary(db, Number(rows[0].id))
}

/** Saves what people wrote, which problems they took over, and the publication; the version goes up by one. */
export async function saveSummary(db: Db, { id, texts, taken, documentId }: Summary): Promise<Summary> {
  await sql`update reports.report set texts = ${JSON.stringify(texts)}::jsonb, document_id = ${documentId ?? null}, version = version + 1
    where id = ${id}`.execute(using<Tables>(db))
  await sql`delete from reports.taken_problem where report_id = ${id} and problem <> all(${taken}::text[])`.execute(using<Tables>(db))
  await sql`insert into reports.taken_problem (report_id, problem) select ${id}, unnest(${taken}::text[]) on conflict do nothing`.execute(
    using<Tables>(db),
  )
  const saved = await findSummary(db, id)
  if (saved === undefined) throw new Error(`summary ${id} is not there`)
  return saved
}

async function read(db: Db, condition: RawBuilder<unknown>): Promise<Summary[]> {
  const { rows } = await sql<Row>`
    select ${columns} from reports.report r where r.kind = 'summary' and ${condition} order by r.period desc, r.unit_id, r.id`.execute(
    using<Tables>(db),
  )
  return rows.map((row) => ({
    ...{ id: Number(row.id), unitId: Number(row.unit_id), period: row.period, texts: row.texts, taken: row.taken },
    documentId: row.document_id === null ? undefined : Number(row.document_id),
    ...{ begunBy: Number(row.begun_by), begunAt: row.begun_at, version: Number(row.version) },
  }))
}
