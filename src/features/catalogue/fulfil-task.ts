import type { Day } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { findDuty } from './queries.ts'
import { lockTask, saveFulfilled, type StoredTask } from './queries-tasks.ts'
import { taskContent, taskSubject } from './subject.ts'
import { findStanding } from './confirmations/find-standing.ts'
import { confirmed } from './task.ts'

/**
 * A publication fulfils a task, inside the transaction that releases it. The first publication counts; a later one for the same task
 * changes nothing.
 */
export async function fulfilTask(site: Site, db: Db, actor: string, id: number, indexNumber: string, publishedOn: Day): Promise<void> {
  const task = await lockTask(db, id)
  if (task === undefined) throw new NotFound(taskSubject(id))
  if (task.fulfilledOn !== undefined) return
  await saveFulfilled(db, id, publishedOn, indexNumber)
  await recordFulfilled(site, db, actor, { ...task, fulfilledOn: publishedOn, fulfilledBy: indexNumber })
}

export type ConfirmRefusal = 'done-already' | 'not-standing' | 'nothing-published' | 'taken-down' | 'not-looked' | 'not-open'

/**
 * Confirms that what stands published under a standing duty is still correct (yearly, seed row S4-017). Possible only where something
 * of that duty has been published before and is still up, and whoever confirms says that they looked.
 */
export async function confirmStanding(
  site: Site,
  actor: string,
  id: number,
  hasLooked: boolean,
): Promise<Outcome<StoredTask, ConfirmRefusal>> {
  return site.database.transaction(async (db) => {
    const task = await lockTask(db, id)
    if (task === undefined) throw new NotFound(taskSubject(id))
    const duty = await findDuty(db, task.dutyId)
    const refusals: ConfirmRefusal[] = []
    if (task.fulfilledOn !== undefined) refusals.push('done-already')
    if (duty?.rule.kind !== 'standing') refusals.push('not-standing')
    const last = await findStanding(db, task.dutyId, task.unitId)
    if (last === undefined) refusals.push('nothing-published')
    if (last?.downOn !== undefined) refusals.push('taken-down')
    if (!hasLooked) refusals.push('not-looked')
    if (task.opensOn > site.today()) refusals.push('not-open')
    if (refusals.length > 0) return refused(...refusals)
    await saveFulfilled(db, id, site.today(), confirmed)
    const fulfilled = { ...task, fulfilledOn: site.today(), fulfilledBy: confirmed }
    await recordFulfilled(site, db, actor, fulfilled)
    return done(fulfilled)
  })
}

async function recordFulfilled(site: Site, db: Db, actor: string, task: StoredTask): Promise<void> {
  await record(db, { at: site.now(), actor, act: 'catalogue.fulfil', subject: taskSubject(task.id), content: taskContent(task) })
}
