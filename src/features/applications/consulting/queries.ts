import type { Selectable } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { ConsultedParty } from '../../../kernel/case/event.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { ConsultationAnswer } from './answer.ts'
import type { Tables } from '../tables.gen.ts'

/** One question to somebody whose rights are touched, or to another agency; who they are is under seal where it is a person or firm. */
export interface Consultation {
  id: number
  applicationId: number
  party: ConsultedParty
  maskedName: string
  unitId?: number
  asked: string
  answer?: ConsultationAnswer
  answerWords: string
  /** Of a refusal: does the unit accept its reasons? */
  isFounded?: boolean
  /** Why the public interest weighs more than their refusal, and when they were told so. */
  override: string
  overrideToldOn?: Day
}

export interface NewConsultation {
  party: ConsultedParty
  sealed: Buffer | null
  maskedName: string
  unitId: number | null
  asked: string
  formKey: string
}

export async function insertConsultation(db: Db, applicationId: number, one: NewConsultation): Promise<number> {
  const row = await using<Tables>(db)
    .insertInto('applications.consultation')
    .values({
      ...{ application_id: applicationId, party: one.party, sealed: one.sealed, masked_name: one.maskedName, unit_id: one.unitId },
      ...{ asked: one.asked, form_key: one.formKey },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The consultations of a case, the oldest first. */
export async function listConsultations(db: Db, applicationId: number): Promise<Consultation[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.consultation')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('id')
    .execute()
  return rows.map(asConsultation)
}

/** Who is asked, under seal; undefined for a unit of this city, or once erased. */
export async function findSealedParty(db: Db, id: number): Promise<Buffer | undefined> {
  const row = await using<Tables>(db).selectFrom('applications.consultation').select('sealed').where('id', '=', id).executeTakeFirst()
  return row?.sealed ?? undefined
}

export async function saveAnswer(
  db: Db,
  id: number,
  { answer, words, isFounded }: { answer: ConsultationAnswer; words: string; isFounded: boolean | undefined },
): Promise<void> {
  await using<Tables>(db)
    .updateTable('applications.consultation')
    .set({ answer, answer_words: words, is_founded: isFounded ?? null })
    .where('id', '=', id)
    .execute()
}

export async function saveOverride(db: Db, id: number, override: string, toldOn: Day): Promise<void> {
  await using<Tables>(db)
    .updateTable('applications.consultation')
    .set({ override, override_told_on: toldOn })
    .where('id', '=', id)
    .execute()
}

function asConsultation(row: Selectable<Tables['applications.consultation']>): Consultation {
  return {
    ...{ id: row.id, applicationId: row.application_id, party: row.party as ConsultedParty, maskedName: row.masked_name },
    ...{
      unitId: row.unit_id ?? undefined,
      asked: row.asked,
      answerWords: row.answer_words,
      isFounded: row.is_founded ?? undefined,
      override: row.override,
    },
    answer: row.answer === '' ? undefined : (row.answer as ConsultationAnswer),
    overrideToldOn: (row.override_told_on ?? undefined) as Day | undefined,
  }
}
