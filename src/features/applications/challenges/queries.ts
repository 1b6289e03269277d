import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Challenge, ChallengeKind, ChallengeResult } from './challenge.ts'

export async function insertChallenge(
  db: Db,
  applicationId: number,
  one: Omit<Challenge, 'id' | 'applicationId' | 'result' | 'consequence' | 'decidedOn'> & { formKey: string },
): Promise<number> {
  const row = await using<Tables>(db)
    .insertInto('applications.challenge')
    .values({
      ...{ application_id: applicationId, kind: one.kind, body: one.body, number: one.number, filed_on: one.filedOn },
      ...{ accepted_on: one.acceptedOn ?? null, due_on: one.dueOn ?? null, follows: one.follows ?? null, form_key: one.formKey },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function saveResult(
  db: Db,
  id: number,
  { result, decidedOn, consequence }: { result: ChallengeResult; decidedOn: Day; consequence: string },
): Promise<void> {
  await using<Tables>(db)
    .updateTable('applications.challenge')
    .set({ result, decided_on: decidedOn, consequence })
    .where('id', '=', id)
    .execute()
}

/** What followed the reply of a case, the oldest first. */
export async function listChallenges(db: Db, applicationId: number): Promise<Challenge[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.challenge')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('id')
    .execute()
  const day = (value: string | null) => (value ?? undefined) as Day | undefined
  return rows.map((row) => ({
    ...{ id: row.id, applicationId: row.application_id, kind: row.kind as ChallengeKind, body: row.body, number: row.number },
    ...{ filedOn: row.filed_on as Day, acceptedOn: day(row.accepted_on), dueOn: day(row.due_on), decidedOn: day(row.decided_on) },
    ...{ result: row.result as Challenge['result'], consequence: row.consequence, follows: row.follows ?? undefined },
  }))
}
