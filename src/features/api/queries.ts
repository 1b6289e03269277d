import { using, type Db } from '../../platform/database/index.ts'
import type { CallAnswer } from '../../platform/http/api/call.ts'
import type { Tables } from './tables.gen.ts'

export interface KeptAnswer {
  fingerprint: string
  answer: CallAnswer
}

/**
 * Takes a key for the request that is at work; false when it is taken. While another transaction holds the key this waits until that one
 * ends: if it was undone the key is free again.
 */
export async function takeKey(db: Db, row: { systemId: number; key: string; fingerprint: string; at: Date }): Promise<boolean> {
  const taken = await using<Tables>(db)
    .insertInto('api.answer')
    .values({ system_id: row.systemId, key: row.key, fingerprint: row.fingerprint, at: row.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  return taken !== undefined
}

export async function findAnswer(db: Db, systemId: number, key: string): Promise<KeptAnswer | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('api.answer')
    .selectAll()
    .where('system_id', '=', systemId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (row === undefined || row.status === null) return undefined
  const rest = { location: row.location ?? undefined, tag: row.tag ?? undefined }
  return { fingerprint: row.fingerprint, answer: { status: row.status, body: row.body ?? undefined, ...rest } }
}

export async function saveAnswer(db: Db, systemId: number, key: string, answer: CallAnswer): Promise<void> {
  await using<Tables>(db)
    .updateTable('api.answer')
    .set({
      status: answer.status ?? 200,
      body: answer.body === undefined ? null : JSON.stringify(answer.body),
      location: answer.location ?? null,
      tag: answer.tag ?? null,
    })
    .where('system_id', '=', systemId)
    .where('key', '=', key)
    .execute()
}

/** Forgets the answers from before a moment: of one key, or all. */
export async function forgetAnswers(db: Db, before: Date, only?: { systemId: number; key: string }): Promise<void> {
  let query = using<Tables>(db).deleteFrom('api.answer').where('at', '<', before)
  if (only !== undefined) query = query.where('system_id', '=', only.systemId).where('key', '=', only.key)
  await query.execute()
}

/** A document that a system began, with what the system calls it. */
export interface OwnDraft {
  documentId: number
  reference: string
}

/** Ties a new document to the system that began it; false when the system has used this reference before. */
export async function insertDraft(db: Db, systemId: number, draft: OwnDraft): Promise<boolean> {
  const row = await using<Tables>(db)
    .insertInto('api.draft')
    .values({ system_id: systemId, document_id: draft.documentId, reference: draft.reference })
    .onConflict((conflict) => conflict.doNothing())
    .returning('document_id')
    .executeTakeFirst()
  return row !== undefined
}

/** A document if this system began it; undefined for everybody else's. */
export async function findDraft(db: Db, systemId: number, documentId: number): Promise<OwnDraft | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('api.draft')
    .selectAll()
    .where('document_id', '=', documentId)
    .where('system_id', '=', systemId)
    .executeTakeFirst()
  return row && { documentId: row.document_id, reference: row.reference }
}

/** The documents that a system began, the newest first, going on below one of them. */
export async function listDrafts(db: Db, systemId: number, before: number | undefined, limit: number): Promise<OwnDraft[]> {
  let query = using<Tables>(db).selectFrom('api.draft').selectAll().where('system_id', '=', systemId)
  if (before !== undefined) query = query.where('document_id', '<', before)
  const rows = await query.orderBy('document_id', 'desc').limit(limit).execute()
  return rows.map((row) => ({ documentId: row.document_id, reference: row.reference }))
}
