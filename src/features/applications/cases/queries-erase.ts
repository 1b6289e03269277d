import type { Day } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/**
 * Erases who asked: the seal, the masked forms and every hash of the person; the proofs are dropped from the file. The line in the register, what was asked
 * and what was decided stay.
 */
export async function eraseApplicant(db: Db, id: number, on: Day, at: Date): Promise<void> {
  await using<Tables>(db)
    .updateTable('applications.application')
    .set({
      ...{ sealed: null, sealed_hash: null, masked_name: '', masked_contact: '', id_hash: null, person_hash: null },
      ...{ is_mailed: false, erased_on: on },
    })
    .where('id', '=', id)
    .execute()
  await using<Tables>(db)
    .updateTable('applications.file')
    .set({ dropped_at: at })
    .where('application_id', '=', id)
    .where('role', '=', 'proof')
    .where('dropped_at', 'is', null)
    .execute()
}
