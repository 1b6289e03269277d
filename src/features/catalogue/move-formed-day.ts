import type { Day } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import type { Db } from '../../platform/database/index.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { findDuty } from './queries.ts'
import { lockTask, saveFormed } from './queries-tasks.ts'
import { dueAfter } from './rule.ts'
import { taskContent, taskSubject } from './subject.ts'

/**
 * A text says another formed day than its task: the task follows it, with its due day, so that lateness is counted from the day that
 * the public reads. Only for tasks that wait for an event; inside the transaction that saves or releases the text.
 */
export async function moveFormedDay(site: Site, db: Db, actor: string, taskId: number, formedOn: Day): Promise<void> {
  const task = await lockTask(db, taskId)
  if (task === undefined) throw new NotFound(taskSubject(taskId))
  const rule = (await findDuty(db, task.dutyId))?.rule
  const waitsForEvent = rule?.kind === 'within' || rule?.kind === 'at-once'
  if (!waitsForEvent || task.formedOn === undefined || task.formedOn === formedOn) return
  const due = dueAfter(rule, formedOn, site.houseRules.atOnce, site.calendar)
  const moved = { ...task, formedOn, opensOn: formedOn, ...due }
  await saveFormed(db, taskId, moved)
  await record(db, { at: site.now(), actor, act: 'catalogue.move-formed', subject: taskSubject(taskId), content: taskContent(moved) })
}
