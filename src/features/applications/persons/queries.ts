import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/** Cases that ended before a day and still know who asked. */
export async function listToErase(db: Db, before: Day): Promise<{ id: number; unitId: number }[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.application')
    .select(['id', 'unit_id'])
    .where('ended_on', '<', before)
    .where('erased_on', 'is', null)
    .where('sealed', 'is not', null)
    .orderBy('id')
    .limit(1000)
    .execute()
  return rows.map((row) => ({ id: row.id, unitId: row.unit_id }))
}

/** The names of everything that applicants sent in cases which were erased on a day or later. */
export async function listErasedFiles(db: Db, since: Day): Promise<string[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.file as file')
    .innerJoin('applications.application as application', 'application.id', 'file.application_id')
    .select('file.sha256')
    .where('application.erased_on', '>=', since)
    .where('file.is_sealed', '=', true)
    .execute()
  return rows.map((row) => row.sha256)
}

/** Forgets who asked, and whoever was consulted: without the sealed bytes no key opens anything. */
export async function eraseApplicant(db: Db, id: number, on: Day, at: Date): Promise<void> {
  const tables = using<Tables>(db)
  await tables
    .updateTable('applications.application')
    .set({
      ...{ sealed: null, sealed_hash: null, masked_name: '', masked_contact: '', id_hash: null, person_hash: null },
      ...{ is_mailed: false, erased_on: on },
    })
    .where('id', '=', id)
    .execute()
  await tables.updateTable('applications.consultation').set({ sealed: null, masked_name: '' }).where('application_id', '=', id).execute()
  await tables
    .updateTable('applications.file')
    .set({ dropped_at: at })
    .where('application_id', '=', id)
    .where('is_sealed', '=', true)
    .where('dropped_at', 'is', null)
    .execute()
}
