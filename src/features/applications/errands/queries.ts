import type { Selectable } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/** What one section is asked to do for a case, by an inner day that ends before the legal one. */
export interface Errand {
  id: number
  applicationId: number
  unitId: number
  asked: string
  dueOn: Day
  answeredAt?: Date
  answer: string
  answeredBy?: number
}

export async function insertErrand(
  db: Db,
  applicationId: number,
  errand: Pick<Errand, 'unitId' | 'asked' | 'dueOn'> & { formKey: string },
): Promise<number> {
  const row = await using<Tables>(db)
    .insertInto('applications.errand')
    .values({
      ...{ application_id: applicationId, unit_id: errand.unitId, asked: errand.asked, due_on: errand.dueOn },
      form_key: errand.formKey,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function findErrand(db: Db, id: number): Promise<Errand | undefined> {
  const row = await using<Tables>(db).selectFrom('applications.errand').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asErrand(row)
}

/** What was asked of sections in a case, the oldest first. */
export async function listErrands(db: Db, applicationId: number): Promise<Errand[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.errand')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('id')
    .execute()
  return rows.map(asErrand)
}

/** Open errands of these units, the nearest day first. */
export async function listOpenErrands(db: Db, unitIds: readonly number[]): Promise<Errand[]> {
  if (unitIds.length === 0) return []
  const rows = await using<Tables>(db)
    .selectFrom('applications.errand')
    .selectAll()
    .where('unit_id', 'in', [...unitIds])
    .where('answered_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map(asErrand)
}

export async function saveErrandAnswer(db: Db, id: number, answer: string, byId: number, at: Date): Promise<void> {
  await using<Tables>(db)
    .updateTable('applications.errand')
    .set({ answer, answered_by: byId, answered_at: at })
    .where('id', '=', id)
    .execute()
}

function asErrand(row: Selectable<Tables['applications.errand']>): Errand {
  return {
    ...{ id: row.id, applicationId: row.application_id, unitId: row.unit_id, asked: row.asked, dueOn: row.due_on as Day },
    ...{ answeredAt: row.answered_at ?? undefined, answer: row.answer, answeredBy: row.answered_by ?? undefined },
  }
}
