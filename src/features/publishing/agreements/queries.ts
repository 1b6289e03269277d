import { sql } from 'kysely'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Agreement, AgreementAnswer, AgreementKind, AnswerKind } from './agreement.ts'

/** The words that a document needs from other units, oldest first, each with its answers. Those taken back are left out. */
export async function listAgreements(db: Db, documentIds: readonly number[]): Promise<Agreement[]> {
  if (documentIds.length === 0) return []
  return withAnswers(db, await standing(db).where('document_id', 'in', documentIds).orderBy('id').execute())
}

export async function findAgreement(db: Db, id: number): Promise<Agreement | undefined> {
  const row = await standing(db).where('id', '=', id).executeTakeFirst()
  return row && (await withAnswers(db, [row]))[0]
}

/** What these units are asked about texts that are not out, the longest-waiting first. */
export async function listAsked(db: Db, unitIds: readonly number[], limit: number): Promise<Agreement[]> {
  if (unitIds.length === 0) return []
  const rows = await standing(db)
    .where('unit_id', 'in', unitIds)
    .where('document_id', 'in', (query) =>
      query.selectFrom('publishing.document').select('id').where('stage', 'not in', ['released', 'dropped']),
    )
    .orderBy('asked_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return withAnswers(db, rows)
}

export async function insertAgreement(db: Db, agreement: Omit<Agreement, 'id' | 'answers'>): Promise<number> {
  const row = await using<Tables>(db)
    .insertInto('publishing.agreement')
    .values({
      document_id: agreement.documentId,
      unit_id: agreement.unitId,
      kind: agreement.kind,
      reason: agreement.reason,
      asked_by: agreement.askedBy,
      asked_at: agreement.askedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function insertAnswer(db: Db, agreementId: number, answer: AgreementAnswer, taskId: number | undefined): Promise<void> {
  const tables = using<Tables>(db)
  const { kind, words, seenHash, byId, at } = answer
  await tables
    .insertInto('publishing.agreement_answer')
    .values({ agreement_id: agreementId, kind, words, seen_hash: seenHash, by_id: byId, at })
    .execute()
  await tables
    .updateTable('publishing.agreement')
    .set({ task_id: taskId ?? null })
    .where('id', '=', agreementId)
    .execute()
}

export async function saveTakenBack(db: Db, id: number, at: Date): Promise<void> {
  await using<Tables>(db).updateTable('publishing.agreement').set({ taken_back_at: at }).where('id', '=', id).execute()
}

/** The co-issuers that the public sees; those of before are replaced. */
export async function saveCoIssuers(db: Db, documentId: number, units: readonly { id: number; path: string }[]): Promise<void> {
  const tables = using<Tables>(db)
  await tables.deleteFrom('publishing.co_issuer').where('document_id', '=', documentId).execute()
  if (units.length === 0) return
  await tables
    .insertInto('publishing.co_issuer')
    .values(units.map((unit) => ({ document_id: documentId, unit_id: unit.id, unit_path: unit.path })))
    .execute()
}

/** The paths of those units, for the lists under which the document stands. */
export async function listCoIssuerPaths(db: Db, documentId: number): Promise<string[]> {
  const rows = await using<Tables>(db)
    .selectFrom('publishing.co_issuer')
    .select('unit_path')
    .where('document_id', '=', documentId)
    .orderBy('unit_id')
    .execute()
  return rows.map((row) => row.unit_path)
}

function standing(db: Db) {
  return using<Tables>(db).selectFrom('publishing.agreement').selectAll().where('taken_back_at', 'is', null)
}

type Row = Awaited<ReturnType<ReturnType<typeof standing>['execute']>>[number]

async function withAnswers(db: Db, rows: readonly Row[]): Promise<Agreement[]> {
  if (rows.length === 0) return []
  const answers = await using<Tables>(db)
    .selectFrom('publishing.agreement_answer')
    .selectAll()
    .where('agreement_id', '=', sql<number>`any(${rows.map((row) => row.id)}::bigint[])`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    documentId: row.document_id,
    unitId: row.unit_id,
    kind: row.kind as AgreementKind,
    reason: row.reason,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    ...(row.task_id === null ? {} : { taskId: row.task_id }),
    answers: answers
      .filter((one) => one.agreement_id === row.id)
      .map((one) => ({ kind: one.kind as AnswerKind, words: one.words, seenHash: one.seen_hash, byId: one.by_id, at: one.at })),
  }))
}
