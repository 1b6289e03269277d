import type { Day } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import { listPeopleWithRole, type Colleague } from '../../accounts/index.ts'

/** Who may handle applications of the unit at `unitPath` on a day, stand-ins included. */
export async function listHandlers(db: Db, unitPath: string, on: Day): Promise<Colleague[]> {
  return listPeopleWithRole(db, 'information-officer', unitPath, on)
}
