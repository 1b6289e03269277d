import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { LetterMoveName, LetterStage } from './hands.ts'
import type { Serving } from './serving.ts'

/** The kinds of letters that go through hands; notices of the clock are made from their events. */
export const letterKinds = ['reply', 'correction'] as const
export type LetterKind = (typeof letterKinds)[number]

/** A letter of the unit in a case. */
export interface StoredLetter {
  id: number
  applicationId: number
  kind: LetterKind
  /** Of the official paper. */
  number: string
  title: string
  /** Paragraphs, parted by empty lines. */
  body: string
  bodyEn: string
  stage: LetterStage
  contentHash: string
  writtenBy: number
  writtenAt: Date
  signedAt?: Date
  service?: Serving
  version: number
}

export interface LetterStep {
  move: LetterMoveName | 'void'
  post: string
  personId: number
  contentHash: string
  remark: string
  at: Date
}

export interface LetterText {
  number: string
  title: string
  body: string
  bodyEn: string
}

export async function insertLetter(
  db: Db,
  applicationId: number,
  letter: LetterText & Pick<StoredLetter, 'kind' | 'contentHash' | 'writtenBy' | 'writtenAt'>,
): Promise<number> {
  const row = await using<Tables>(db)
    .insertInto('applications.letter')
    .values({
      ...{ application_id: applicationId, kind: letter.kind, number: letter.number, title: letter.title, body: letter.body },
      ...{ body_en: letter.bodyEn, stage: 'draft', content_hash: letter.contentHash },
      ...{ written_by: letter.writtenBy, written_at: letter.writtenAt },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function saveLetter(db: Db, letter: Omit<StoredLetter, 'service'> & { service?: Serving | undefined }): Promise<void> {
  await using<Tables>(db)
    .updateTable('applications.letter')
    .set({
      ...{ number: letter.number, title: letter.title, body: letter.body, body_en: letter.bodyEn, stage: letter.stage },
      ...{
        content_hash: letter.contentHash,
        signed_at: letter.signedAt ?? null,
        written_by: letter.writtenBy,
        written_at: letter.writtenAt,
      },
      ...{ way: letter.service?.way ?? '', sent_on: letter.service?.sentOn ?? null, served_on: letter.service?.servedOn ?? null },
      tracking: letter.service?.tracking ?? '',
      version: sql<number>`version + 1`,
    })
    .where('id', '=', letter.id)
    .execute()
}

/** The letters of a case that were not dropped, the oldest first. */
export async function listLetters(db: Db, applicationId: number): Promise<StoredLetter[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.letter')
    .selectAll()
    .where('application_id', '=', applicationId)
    .where('stage', '!=', 'dropped')
    .orderBy('id')
    .execute()
  return rows.map(asLetter)
}

export async function insertLetterStep(db: Db, letterId: number, step: LetterStep): Promise<void> {
  await using<Tables>(db)
    .insertInto('applications.letter_step')
    .values({
      ...{ letter_id: letterId, move: step.move, post: step.post, person_id: step.personId, content_hash: step.contentHash },
      ...{ remark: step.remark, at: step.at },
    })
    .execute()
}

export async function listLetterSteps(db: Db, letterId: number): Promise<LetterStep[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.letter_step')
    .selectAll()
    .where('letter_id', '=', letterId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ move: row.move as LetterStep['move'], post: row.post, personId: row.person_id, contentHash: row.content_hash },
    ...{ remark: row.remark, at: row.at },
  }))
}

/** Letters in these stages of cases of these units: what waits for a hand other than the writer's. */
export async function listWaitingLetters(
  db: Db,
  unitIds: readonly number[],
  stages: readonly LetterStage[],
  exceptWriter: number,
): Promise<{ letterId: number; stage: LetterStage; ref: string; number: string; title: string; unitId: number; dueOn?: Day }[]> {
  if (unitIds.length === 0 || stages.length === 0) return []
  const rows = await using<Tables>(db)
    .selectFrom('applications.letter as letter')
    .innerJoin('applications.application as application', 'application.id', 'letter.application_id')
    .select(['letter.id', 'letter.stage', 'letter.title', 'application.ref', 'application.number', 'application.due_on'])
    .select(['application.unit_id'])
    .where('letter.written_by', '!=', exceptWriter)
    .where('letter.stage', 'in', [...stages])
    .where('application.unit_id', 'in', [...unitIds])
    .orderBy('application.due_on')
    .orderBy('letter.id')
    .execute()
  return rows.map((row) => ({
    ...{ letterId: row.id, stage: row.stage as LetterStage, ref: row.ref, number: row.number, title: row.title },
    unitId: row.unit_id,
    dueOn: (row.due_on ?? undefined) as Day | undefined,
  }))
}

function asLetter(row: Selectable<Tables['applications.letter']>): StoredLetter {
  const service = { sentOn: (row.sent_on ?? undefined) as Day | undefined, servedOn: (row.served_on ?? undefined) as Day | undefined }
  return {
    ...{ id: row.id, applicationId: row.application_id, kind: row.kind as LetterKind, number: row.number, title: row.title },

    ...{ body: row.body, bodyEn: row.body_en, stage: row.stage as LetterStage, contentHash: row.content_hash },
    ...{ writtenBy: row.written_by, writtenAt: row.written_at, signedAt: row.signed_at ?? undefined, version: row.version },
    service: row.way === '' ? undefined : { way: row.way as Serving['way'], tracking: row.tracking, ...service },
  }
}
