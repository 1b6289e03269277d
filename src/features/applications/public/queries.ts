import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Grade, Rating } from './rating.ts'

/** Which case has this number, and the hash of its code. */
export async function findCodeHash(db: Db, number: string): Promise<{ ref: string; codeHash: string } | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('applications.application')
    .select(['ref', 'code_hash'])
    .where('number', '=', number)
    .executeTakeFirst()
  return row && { ref: row.ref, codeHash: row.code_hash }
}

/** A letter that has gone to the applicant. */
export interface SentLetter {
  id: number
  kind: string
  number: string
  title: string
  body: string
  bodyEn: string
  sentOn?: Day
}

/** The letters of a case that were sent, the oldest first; never a draft. */
export async function listSentLetters(db: Db, applicationId: number): Promise<SentLetter[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.letter')
    .select(['id', 'kind', 'number', 'title', 'body', 'body_en', 'sent_on'])
    .where('application_id', '=', applicationId)
    .where('stage', '=', 'sent')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, number: row.number, title: row.title, body: row.body, bodyEn: row.body_en },
    sentOn: row.sent_on === null ? undefined : (row.sent_on as Day),
  }))
}

/** A fee that was asked for. */
export interface NoticedFee {
  basis: 'items' | 'pages'
  units: number
  amountYuan: number
  howToPay: string
}

export async function findFee(db: Db, applicationId: number): Promise<NoticedFee | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('applications.fee')
    .select(['basis', 'units', 'amount_yuan', 'how_to_pay'])
    .where('application_id', '=', applicationId)
    .executeTakeFirst()
  return row && { basis: row.basis as NoticedFee['basis'], units: row.units, amountYuan: row.amount_yuan, howToPay: row.how_to_pay }
}

export async function findRating(db: Db, applicationId: number): Promise<Rating | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('applications.rating')
    .select(['grade', 'words'])
    .where('application_id', '=', applicationId)
    .executeTakeFirst()
  return row && { grade: row.grade as Grade, words: row.words }
}

export async function insertRating(db: Db, applicationId: number, { grade, words }: Rating, at: Date): Promise<void> {
  await using<Tables>(db)
    .insertInto('applications.rating')
    .values({ application_id: applicationId, grade, words, at })
    .execute()
}
