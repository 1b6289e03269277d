import { asDay, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { Step } from './hand.ts'
import type { SecrecyLevel, StepName } from './move.ts'
import type { Tables } from './tables.gen.ts'

export type StoredStep = Omit<Step, 'personName'>

export async function listSteps(db: Db, documentId: number): Promise<StoredStep[]> {
  const rows = await using<Tables>(db)
    .selectFrom('publishing.step')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    move: row.move as StepName,
    personId: row.by_id,
    contentHash: row.content_hash,
    post: row.post,
    at: row.at,
    remark: row.remark,
  }))
}

export async function insertStep(db: Db, documentId: number, step: Omit<StoredStep, 'id'>): Promise<number> {
  const row = await using<Tables>(db)
    .insertInto('publishing.step')
    .values({
      document_id: documentId,
      version: step.version,
      move: step.move,
      content_hash: step.contentHash,
      by_id: step.personId,
      post: step.post,
      at: step.at,
      remark: step.remark,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export interface Remark {
  version: number
  stepId: number
  passage: string
  words: string
}

export async function insertRemark(db: Db, documentId: number, remark: Remark): Promise<void> {
  const { stepId, ...rest } = remark
  await using<Tables>(db)
    .insertInto('publishing.remark')
    .values({ document_id: documentId, step_id: stepId, ...rest })
    .execute()
}

export async function listRemarks(db: Db, documentId: number): Promise<Remark[]> {
  const rows = await using<Tables>(db)
    .selectFrom('publishing.remark')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ version: row.version, stepId: row.step_id, passage: row.passage, words: row.words }))
}

export interface SecrecyReview {
  version: number
  conclusion: 'may-publish' | 'may-not' | 'refer-up'
  basis: string
  opinion: string
  consulted: string
  redactions: string
  /** Where it is a state secret: its level, and the day on which that ends. */
  level?: SecrecyLevel
  classifiedUntil?: Day
  byId: number
  at: Date
}

export async function insertSecrecyReview(db: Db, documentId: number, review: SecrecyReview): Promise<void> {
  const { byId, level = '', classifiedUntil = null, ...rest } = review
  await using<Tables>(db)
    .insertInto('publishing.secrecy_review')
    .values({ document_id: documentId, by_id: byId, level, classified_until: classifiedUntil, ...rest })
    .execute()
}

export async function listSecrecyReviews(db: Db, documentId: number): Promise<SecrecyReview[]> {
  const rows = await using<Tables>(db)
    .selectFrom('publishing.secrecy_review')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    conclusion: row.conclusion as SecrecyReview['conclusion'],
    basis: row.basis,
    opinion: row.opinion,
    consulted: row.consulted,
    redactions: row.redactions,
    ...(row.level === '' ? {} : { level: row.level as SecrecyLevel }),
    ...(row.classified_until === null ? {} : { classifiedUntil: asDay(row.classified_until) }),
    byId: row.by_id,
    at: row.at,
  }))
}

export interface Answer {
  check: string
  passageHash: string
  words: string
}

/** An answer with who gave it last, and when. */
export type StoredAnswer = Answer & { byId: number; at: Date }

/** The answers given for a document, by the hash of their passage: the same order in every database. */
export async function listAnswers(db: Db, documentId: number): Promise<StoredAnswer[]> {
  const rows = await using<Tables>(db)
    .selectFrom('publishing.answer')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('passage_hash')
    .execute()
  return rows.map((row) => ({ check: row.check_name, passageHash: row.passage_hash, words: row.words, byId: row.by_id, at: row.at }))
}

export async function saveAnswer(db: Db, documentId: number, answer: StoredAnswer): Promise<void> {
  const row = { words: answer.words, by_id: answer.byId, at: answer.at }
  await using<Tables>(db)
    .insertInto('publishing.answer')
    .values({ document_id: documentId, check_name: answer.check, passage_hash: answer.passageHash, ...row })
    .onConflict((conflict) => conflict.columns(['document_id', 'check_name', 'passage_hash']).doUpdateSet(row))
    .execute()
}
