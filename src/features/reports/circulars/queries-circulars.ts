import { sql } from 'kysely'
import { asDay } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Circular, CircularContent, CircularIssue } from './circular.ts'

interface CircularTableRow {
  id: number
  unit_id: number
  period: string
  peers: string
  method: string
  texts: Circular['texts']
  document_id: number | null
  begun_by: number
  begun_at: Date
  version: number
}

interface IssueRow {
  id: number
  circular_id: number
  serial: number
  cut_off: string
  content: CircularContent
  fingerprint: string
  handed_by: number
  handed_at: Date
}

/** The records behind one number of a circular that was handed over. */
export interface CircularCell {
  unitId: number
  figure: string
  ids: readonly number[]
  fingerprint: string
}

/** A circular by its id; undefined when there is none. */
export async function findCircular(db: Db, id: number): Promise<Circular | undefined> {
  const { rows } = await sql<CircularTableRow>`select * from reports.circular where id = ${id}`.execute(using<Tables>(db))
  return rows[0] && asCircular(rows[0])
}

/** The same, locked for the rest of the transaction. */
export async function lockCircular(db: Db, id: number): Promise<Circular | undefined> {
  const { rows } = await sql<CircularTableRow>`select * from reports.circular where id = ${id} for no key update`.execute(using<Tables>(db))
  return rows[0] && asCircular(rows[0])
}

/** Circulars, the newest first; those of some units, where they are given. */
export async function listCirculars(db: Db, unitIds?: readonly number[]): Promise<Circular[]> {
  const { rows } = await sql<CircularTableRow>`
    select * from reports.circular where ${unitIds === undefined ? sql`true` : sql`unit_id = any(${unitIds}::bigint[])`}
    order by id desc`.execute(using<Tables>(db))
  return rows.map(asCircular)
}

/** Begins a circular; undefined when there is one of that office, period and kind of units. */
export async function insertCircular(
  db: Db,
  circular: Omit<Circular, 'id' | 'texts' | 'documentId' | 'version'>,
): Promise<Circular | undefined> {
  const { unitId, period, peers, method, begunBy, begunAt } = circular
  const { rows } = await sql<CircularTableRow>`
    insert into reports.circular (unit_id, period, peers, method, begun_by, begun_at)
    values (${unitId}, ${period}, ${peers}, ${method}, ${begunBy}, ${begunAt})
    on conflict (unit_id, period, peers) do nothing returning *`.execute(using<Tables>(db))
  return rows[0] && asCircular(rows[0])
}

/** Saves method, words and publication; the version goes up by one. */
export async function saveCircular(db: Db, { id, method, texts, documentId }: Circular): Promise<Circular> {
  const { rows } = await sql<CircularTableRow>`
    update reports.circular
    set method = ${method}, texts = ${JSON.stringify(texts)}::jsonb, document_id = ${documentId ?? null}, version = version + 1
    where id = ${id} returning *`.execute(using<Tables>(db))
  const [row] = rows
  if (row === undefined) throw new Error(`circular ${id} was not saved`)
  return asCircular(row)
}

export async function insertCircularIssue(
  db: Db,
  issue: Omit<CircularIssue, 'id'>,
  cells: readonly CircularCell[],
): Promise<CircularIssue> {
  const { circularId, serial, cutOff, content, fingerprint, handedBy, handedAt } = issue
  const { rows } = await sql<IssueRow>`
    insert into reports.circular_issue (circular_id, serial, cut_off, content, fingerprint, handed_by, handed_at)
    values (${circularId}, ${serial}, ${cutOff}::date, ${JSON.stringify(content)}::jsonb, ${fingerprint}, ${handedBy}, ${handedAt})
    returning *`.execute(using<Tables>(db))
  const [row] = rows
  if (row === undefined) throw new Error('a circular was not frozen')
  const lines = cells.map((cell) => sql`(${row.id}, ${cell.unitId}, ${cell.figure}, ${cell.ids}::bigint[], ${cell.fingerprint})`)
  if (lines.length > 0)
    await sql`insert into reports.circular_cell (issue_id, unit_id, figure, ids, fingerprint) values ${sql.join(lines)}`.execute(
      using<Tables>(db),
    )
  return asIssue(row)
}

/** What was handed over of some circulars, or of all; the last of each first. */
export async function listCircularIssues(db: Db, circularIds?: readonly number[]): Promise<CircularIssue[]> {
  const { rows } = await sql<IssueRow>`
    select * from reports.circular_issue
    where ${circularIds === undefined ? sql`true` : sql`circular_id = any(${circularIds}::bigint[])`}
    order by circular_id, serial desc`.execute(using<Tables>(db))
  return rows.map(asIssue)
}

/** The numbers of a circular that was handed over, with the records behind them. */
export async function listCircularCells(db: Db, issueId: number): Promise<CircularCell[]> {
  const { rows } = await sql<{ unit_id: number; figure: string; ids: number[]; fingerprint: string }>`
    select unit_id, figure, ids, fingerprint from reports.circular_cell where issue_id = ${issueId} order by unit_id, figure`.execute(
    using<Tables>(db),
  )
  return rows.map(({ unit_id, figure, ids, fingerprint }) => ({ unitId: Number(unit_id), figure, ids: ids.map(Number), fingerprint }))
}

function asCircular(row: CircularTableRow): Circular {
  return {
    ...{ id: Number(row.id), unitId: Number(row.unit_id), period: row.period, peers: row.peers, method: row.method, texts: row.texts },
    ...{ documentId: row.document_id === null ? undefined : Number(row.document_id), begunBy: Number(row.begun_by) },
    ...{ begunAt: row.begun_at, version: Number(row.version) },
  }
}

function asIssue(row: IssueRow): CircularIssue {
  return {
    ...{ id: Number(row.id), circularId: Number(row.circular_id), serial: Number(row.serial), cutOff: asDay(row.cut_off) },
    ...{ content: row.content, fingerprint: row.fingerprint, handedBy: Number(row.handed_by), handedAt: row.handed_at },
  }
}
