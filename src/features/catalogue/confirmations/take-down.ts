import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { lockTask } from '../queries-tasks.ts'
import { taskContent, taskSubject } from '../subject.ts'
import { listTaskIdsFulfilledBy, saveDown } from './queries.ts'

/**
 * A publication is no longer up: whoever owes a standing matter can no longer confirm it. Inside the transaction that takes it down. That
 * it was published in time stays true.
 */
export async function takeDown(site: Site, db: Db, actor: string, indexNumber: string): Promise<void> {
  for (const id of await listTaskIdsFulfilledBy(db, indexNumber)) {
    const task = await lockTask(db, id)
    if (task === undefined || task.downOn !== undefined) continue
    await saveDown(db, id, site.today())
    const content = taskContent({ ...task, downOn: site.today() })
    await record(db, { at: site.now(), actor, act: 'catalogue.take-down', subject: taskSubject(id), content })
  }
}
