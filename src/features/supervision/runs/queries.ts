import { sql, type Selectable } from 'kysely'
import { asDay, type Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Run } from './run.ts'

/** Lets one run through at a time. Gives the last public change whose text was read. */
export async function lockWatch(db: Db): Promise<number> {
  const row = await using<Tables>(db).selectFrom('supervision.watch').select('read_change').forUpdate().executeTakeFirstOrThrow()
  return Number(row.read_change)
}

export async function saveReadChange(db: Db, change: number): Promise<void> {
  await using<Tables>(db).updateTable('supervision.watch').set({ read_change: change }).execute()
}

export async function insertRun(db: Db, run: Omit<Run, 'id'>): Promise<Run> {
  const row = await using<Tables>(db)
    .insertInto('supervision.run')
    .values({
      measured_on: run.measuredOn,
      began_at: run.beganAt,
      ended_at: run.endedAt,
      asked_by: run.askedBy,
      opened: run.opened,
      closed: run.closed,
      still_open: run.stillOpen,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ...run, id: Number(row.id) }
}

export async function findLastRun(db: Db): Promise<Run | undefined> {
  const row = await using<Tables>(db).selectFrom('supervision.run').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row && asRun(row)
}

export async function listRuns(db: Db): Promise<Run[]> {
  return (await using<Tables>(db).selectFrom('supervision.run').selectAll().orderBy('id').execute()).map(asRun)
}

/** What one run opened and closed, as rows of plain values for the record. */
export async function listOfRun(db: Db, runId: number): Promise<{ opened: unknown[][]; closed: unknown[][] }> {
  const opened = await using<Tables>(db)
    .selectFrom('supervision.finding')
    .select(['id', 'detector', 'subject', 'occurrence', 'unit_id', 'since_on', 'opened_on'])
    .where('opened_run', '=', runId)
    .orderBy('id')
    .execute()
  const closed = await using<Tables>(db)
    .selectFrom('supervision.finding')
    .select(['id', 'closed_on'])
    .where('closed_run', '=', runId)
    .orderBy('id')
    .execute()
  return {
    opened: opened.map((row) => [
      Number(row.id),
      row.detector,
      row.subject,
      row.occurrence,
      Number(row.unit_id),
      row.since_on,
      row.opened_on,
    ]),
    closed: closed.map((row) => [Number(row.id), row.closed_on]),
  }
}

/** What was read in one text. */
export interface Reading {
  documentId: number
  version: number
  unitId: number
  publishedOn: Day
  dateFault: string
  links: string[]
  bands: number[]
  copyOf?: number
  alikePercent?: number
}

/** Keeps what was read in some texts; a text that was read before is read anew. */
export async function saveReadings(db: Db, readings: readonly Reading[]): Promise<void> {
  const rows = JSON.stringify(readings.map(asRow))
  await sql`
    insert into supervision.reading (document_id, version, unit_id, published_on, date_fault, links, bands)
    select * from jsonb_to_recordset(${rows}::jsonb) as n
      (document_id bigint, version integer, unit_id bigint, published_on date, date_fault text, links text[], bands integer[])
    on conflict (document_id) do update set version = excluded.version, unit_id = excluded.unit_id, published_on = excluded.published_on,
      date_fault = excluded.date_fault, links = excluded.links, bands = excluded.bands, copy_of = null, alike_percent = null`.execute(
    using<Tables>(db),
  )
}

/** For each reading the texts of some units that share a band with it and were out before it: those that share most, at most `limit`. */
export async function listCandidates(
  db: Db,
  wanted: readonly { reading: Reading; unitIds: readonly number[] }[],
  limit: number,
): Promise<Map<number, number[]>> {
  const rows = wanted
    .filter(({ reading, unitIds }) => reading.bands.length > 0 && unitIds.length > 0)
    .map(({ reading, unitIds }) => ({ ...asRow(reading), unit_ids: unitIds }))
  if (rows.length === 0) return new Map()
  const found = await sql<{ document_id: number; other_id: number }>`
    select n.document_id, near.document_id as other_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (document_id bigint, published_on date, bands integer[], unit_ids bigint[]),
      lateral (
        select r.document_id from supervision.reading r
        where r.bands && n.bands and r.unit_id = any(n.unit_ids) and r.published_on <= n.published_on and r.document_id <> n.document_id
        order by cardinality(array(select unnest(r.bands) intersect select unnest(n.bands))) desc, r.document_id
        limit ${limit}
      ) as near`.execute(using<Tables>(db))
  const candidates = new Map<number, number[]>()
  for (const row of found.rows) {
    const id = Number(row.document_id)
    candidates.set(id, [...(candidates.get(id) ?? []), Number(row.other_id)])
  }
  return candidates
}

/** Notes which of the texts that were read repeat another one. */
export async function saveCopies(db: Db, copies: readonly { documentId: number; copyOf: number; alikePercent: number }[]): Promise<void> {
  if (copies.length === 0) return
  const rows = JSON.stringify(copies.map((one) => ({ id: one.documentId, copy_of: one.copyOf, percent: one.alikePercent })))
  await sql`update supervision.reading r set copy_of = n.copy_of, alike_percent = n.percent
    from jsonb_to_recordset(${rows}::jsonb) as n (id bigint, copy_of bigint, percent integer) where r.document_id = n.id`.execute(
    using<Tables>(db),
  )
}

/** The readings in which something stands that a detector wants to know. */
export async function listTelling(db: Db): Promise<Reading[]> {
  const { rows } = await sql<Selectable<Tables['supervision.reading']>>`
    select * from supervision.reading where date_fault <> ''
    union select * from supervision.reading where cardinality(links) > 0
    union select * from supervision.reading where copy_of is not null
    order by document_id`.execute(using<Tables>(db))
  return rows.map((row) => ({
    documentId: Number(row.document_id),
    version: row.version,
    unitId: Number(row.unit_id),
    publishedOn: asDay(row.published_on),
    dateFault: row.date_fault,
    links: row.links,
    bands: row.bands,
    copyOf: row.copy_of === null ? undefined : Number(row.copy_of),
    alikePercent: row.alike_percent ?? undefined,
  }))
}

function asRow(reading: Reading) {
  return {
    document_id: reading.documentId,
    version: reading.version,
    unit_id: reading.unitId,
    published_on: reading.publishedOn,
    date_fault: reading.dateFault,
    links: reading.links,
    bands: reading.bands,
  }
}

function asRun(row: Selectable<Tables['supervision.run']>): Run {
  return {
    id: Number(row.id),
    measuredOn: asDay(row.measured_on),
    beganAt: row.began_at,
    endedAt: row.ended_at,
    askedBy: row.asked_by,
    opened: row.opened,
    closed: row.closed,
    stillOpen: row.still_open,
  }
}
