import type { Db } from '../../../platform/database/index.ts'
import { findLastPublication } from '../queries-tasks.ts'
import { listStanding, type Standing } from './queries.ts'

/**
 * What was published last under a matter of a unit, and since when it is down. What was published before this was kept is known from the
 * tasks that it fulfilled.
 */
export async function findStanding(db: Db, dutyId: number, unitId: number): Promise<Pick<Standing, 'indexNumber' | 'downOn'> | undefined> {
  const [standing] = await listStanding(db, { dutyId, unitId })
  if (standing !== undefined) return standing
  const indexNumber = await findLastPublication(db, dutyId, unitId)
  return indexNumber === undefined ? undefined : { indexNumber }
}
