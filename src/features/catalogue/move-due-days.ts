import type { Calendar } from '../../kernel/calendar.ts'
import type { Db } from '../../platform/database/index.ts'
import { recordAll, type Change } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { listMovedTasks } from './list-moved-tasks.ts'
import { findDuty } from './queries.ts'
import { lockTask, saveDue } from './queries-tasks.ts'
import { taskContent, taskSubject } from './subject.ts'
import { movedTo } from './task.ts'

/** Tasks a transaction: entries in the record make everybody else wait until theirs ends. */
const atATime = 100

/**
 * Counts the due days of open tasks anew that were counted with an earlier calendar. Right to do again: what stands as the present
 * calendar gives it is left alone. Gives how many moved.
 */
export async function moveDueDays(site: Site, earlier: readonly Calendar[]): Promise<number> {
  let moved = 0
  for (const before of earlier) {
    const ids = (await listMovedTasks(site, before, site.calendar)).map(({ task }) => task.id).sort((a, b) => a - b)
    for (let at = 0; at < ids.length; at += atATime)
      moved += await site.database.transaction((db) => moveSome(site, db, before, ids.slice(at, at + atATime)))
  }
  return moved
}

async function moveSome(site: Site, db: Db, before: Calendar, ids: readonly number[]): Promise<number> {
  const changes: Change[] = []
  for (const id of ids) {
    const task = await lockTask(db, id)
    const rule = task && (await findDuty(db, task.dutyId))?.rule
    const due = task && rule && movedTo(task, rule, site.houseRules.atOnce, before, site.calendar)
    if (task === undefined || due === undefined) continue
    await saveDue(db, id, due)
    const subject = taskSubject(id)
    changes.push({ at: site.now(), actor: 'system', act: 'catalogue.move-due', subject, content: taskContent({ ...task, ...due }) })
  }
  await recordAll(db, changes)
  return changes.length
}
