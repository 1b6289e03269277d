import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

const most = 5

/** Earlier decisions of a unit under the same outcome, the newest first: like cases should be decided alike. */
export async function listEarlier(
  db: Db,
  unitId: number,
  leaf: string,
  exceptId: number,
): Promise<{ ref: string; number: string; ground: string }[]> {
  return using<Tables>(db)
    .selectFrom('applications.item as item')
    .innerJoin('applications.application as application', 'application.id', 'item.application_id')
    .select(['application.ref', 'application.number', 'item.ground'])
    .where('application.unit_id', '=', unitId)
    .where('application.ended_on', 'is not', null)
    .where('application.id', '!=', exceptId)
    .where('item.leaf', '=', leaf)
    .orderBy('application.ended_on', 'desc')
    .orderBy('application.id', 'desc')
    .limit(most)
    .execute()
}
