import { sql } from 'kysely'
import { asDay } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Bulletin, Issue } from './bulletin.ts'
import type { Mapping } from './section.ts'

interface BulletinRow {
  id: number
  unit_id: number
  quarter: string
  texts: Record<string, string>
  document_id: number | null
  begun_by: number
  begun_at: Date
  version: number
}

interface IssueRow {
  id: number
  bulletin_id: number
  serial: number
  cut_off: string
  content: Issue['content']
  fingerprint: string
  handed_by: number
  handed_at: Date
}

/** What the office laid down, by section; sections that it left to the pack are not in it. */
export async function listSections(db: Db): Promise<Mapping> {
  const { rows } = await sql<{ section: string; codes: string[] }>`
    select section, codes from reports.bulletin_section order by section`.execute(using<Tables>(db))
  return new Map(rows.map(({ section, codes }) => [section, codes]))
}

export async function saveSection(db: Db, section: string, codes: readonly string[]): Promise<void> {
  await sql`insert into reports.bulletin_section (section, codes) values (${section}, ${codes}::text[])
    on conflict (section) do update set codes = excluded.codes`.execute(using<Tables>(db))
}

/** A bulletin by its id; undefined when there is none. */
export async function findBulletin(db: Db, id: number): Promise<Bulletin | undefined> {
  const { rows } = await sql<BulletinRow>`select * from reports.bulletin where id = ${id}`.execute(using<Tables>(db))
  return rows[0] && asBulletin(rows[0])
}

/** The same, locked for the rest of the transaction. */
export async function lockBulletin(db: Db, id: number): Promise<Bulletin | undefined> {
  const { rows } = await sql<BulletinRow>`select * from reports.bulletin where id = ${id} for no key update`.execute(using<Tables>(db))
  return rows[0] && asBulletin(rows[0])
}

/** Bulletins, the newest quarter first; those of some units, where they are given. */
export async function listBulletins(db: Db, unitIds?: readonly number[]): Promise<Bulletin[]> {
  const { rows } = await sql<BulletinRow>`
    select * from reports.bulletin where ${unitIds === undefined ? sql`true` : sql`unit_id = any(${unitIds}::bigint[])`}
    order by quarter desc, unit_id, id`.execute(using<Tables>(db))
  return rows.map(asBulletin)
}

/** Begins a bulletin; undefined when the unit has one of that quarter. */
export async function insertBulletin(
  db: Db,
  { unitId, quarter, begunBy, begunAt }: Pick<Bulletin, 'unitId' | 'quarter' | 'begunBy' | 'begunAt'>,
): Promise<Bulletin | undefined> {
  const { rows } = await sql<BulletinRow>`
    insert into reports.bulletin (unit_id, quarter, begun_by, begun_at) values (${unitId}, ${quarter}, ${begunBy}, ${begunAt})
    on conflict (unit_id, quarter) do nothing returning *`.execute(using<Tables>(db))
  return rows[0] && asBulletin(rows[0])
}

/** Saves words and publication; the version goes up by one. */
export async function saveBulletin(db: Db, { id, texts, documentId }: Bulletin): Promise<Bulletin> {
  const { rows } = await sql<BulletinRow>`
    update reports.bulletin set texts = ${JSON.stringify(texts)}::jsonb, document_id = ${documentId ?? null}, version = version + 1
    where id = ${id} returning *`.execute(using<Tables>(db))
  const [row] = rows
  if (row === undefined) throw new Error(`bulletin ${id} was not saved`)
  return asBulletin(row)
}

export async function insertIssue(db: Db, issue: Omit<Issue, 'id'>): Promise<Issue> {
  const { bulletinId, serial, cutOff, content, fingerprint, handedBy, handedAt } = issue
  const { rows } = await sql<IssueRow>`
    insert into reports.bulletin_issue (bulletin_id, serial, cut_off, content, fingerprint, handed_by, handed_at)
    values (${bulletinId}, ${serial}, ${cutOff}::date, ${JSON.stringify(content)}::jsonb, ${fingerprint}, ${handedBy}, ${handedAt})
    returning *`.execute(using<Tables>(db))
  const [row] = rows
  if (row === undefined) throw new Error('a bulletin was not frozen')
  return asIssue(row)
}

/** What was handed over of some bulletins, or of all; the last of each first. */
export async function listIssues(db: Db, bulletinIds?: readonly number[]): Promise<Issue[]> {
  const { rows } = await sql<IssueRow>`
    select * from reports.bulletin_issue
    where ${bulletinIds === undefined ? sql`true` : sql`bulletin_id = any(${bulletinIds}::bigint[])`}
    order by bulletin_id, serial desc`.execute(using<Tables>(db))
  return rows.map(asIssue)
}

function asBulletin(row: BulletinRow): Bulletin {
  return {
    ...{ id: Number(row.id), unitId: Number(row.unit_id), quarter: row.quarter, texts: row.texts },
    ...{ documentId: row.document_id === null ? undefined : Number(row.document_id), begunBy: Number(row.begun_by) },
    ...{ begunAt: row.begun_at, version: Number(row.version) },
  }
}

function asIssue(row: IssueRow): Issue {
  return {
    ...{ id: Number(row.id), bulletinId: Number(row.bulletin_id), serial: Number(row.serial), cutOff: asDay(row.cut_off) },
    ...{ content: row.content, fingerprint: row.fingerprint, handedBy: Number(row.handed_by), handedAt: row.handed_at },
  }
}
