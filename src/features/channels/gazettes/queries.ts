import type { Selectable } from 'kysely'
import { asDay, type Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Issue, IssueItem } from './issue.ts'

/** The issues of these gazettes, or of all, the newest first. */
export async function listIssues(db: Db, carrierIds?: readonly number[]): Promise<Issue[]> {
  let query = using<Tables>(db).selectFrom('channels.issue').selectAll().orderBy('year', 'desc').orderBy('number', 'desc').orderBy('id')
  if (carrierIds !== undefined) query = query.where('carrier_id', 'in', [0, ...carrierIds])
  const rows = await query.execute()
  const items = await itemsOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => asIssue(row, items.get(row.id) ?? []))
}

export async function findIssue(db: Db, id: number): Promise<Issue | undefined> {
  const row = await using<Tables>(db).selectFrom('channels.issue').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asIssue(row, (await itemsOf(db, [id])).get(id) ?? [])
}

export async function lockIssue(db: Db, id: number): Promise<Issue | undefined> {
  const row = await using<Tables>(db).selectFrom('channels.issue').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && asIssue(row, (await itemsOf(db, [id])).get(id) ?? [])
}

/** Begins an issue; undefined when that number of that year is there already. */
export async function insertIssue(
  db: Db,
  issue: { carrierId: number; year: number; number: number; datedOn: Day },
): Promise<Issue | undefined> {
  const row = await using<Tables>(db)
    .insertInto('channels.issue')
    .values({ carrier_id: issue.carrierId, year: issue.year, number: issue.number, dated_on: issue.datedOn })
    .onConflict((conflict) => conflict.columns(['carrier_id', 'year', 'number']).doNothing())
    .returningAll()
    .executeTakeFirst()
  return row && asIssue(row, [])
}

/** Saves day, state and items of an issue; its version goes up by one. */
export async function saveIssue(db: Db, issue: Issue): Promise<Issue> {
  const tables = using<Tables>(db)
  const row = await tables
    .updateTable('channels.issue')
    .set({ dated_on: issue.datedOn, published_at: issue.publishedAt ?? null, version: issue.version + 1 })
    .where('id', '=', issue.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await tables.deleteFrom('channels.issue_item').where('issue_id', '=', issue.id).execute()
  const rows = issue.items.map((item) => ({
    issue_id: issue.id,
    position: item.position,
    section: item.section,
    document_id: item.documentId,
    version: item.version ?? null,
  }))
  if (rows.length > 0) await tables.insertInto('channels.issue_item').values(rows).execute()
  return asIssue(row, issue.items)
}

async function itemsOf(db: Db, issueIds: readonly number[]): Promise<Map<number, IssueItem[]>> {
  const rows = await using<Tables>(db)
    .selectFrom('channels.issue_item')
    .selectAll()
    .where('issue_id', 'in', [0, ...issueIds])
    .orderBy('position')
    .execute()
  const items = new Map<number, IssueItem[]>()
  for (const row of rows) {
    const item = { position: row.position, section: row.section, documentId: row.document_id, version: row.version ?? undefined }
    items.set(row.issue_id, [...(items.get(row.issue_id) ?? []), item])
  }
  return items
}

function asIssue(row: Selectable<Tables['channels.issue']>, items: IssueItem[]): Issue {
  return {
    id: row.id,
    carrierId: row.carrier_id,
    year: row.year,
    number: row.number,
    datedOn: asDay(row.dated_on),
    publishedAt: row.published_at ?? undefined,
    items,
    version: row.version,
  }
}
