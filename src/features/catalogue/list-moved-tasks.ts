import type { Calendar } from '../../kernel/calendar.ts'
import type { Site } from '../../platform/site.ts'
import { listDuties, type StoredDuty } from './queries.ts'
import { listTasks, type StoredTask } from './queries-tasks.ts'
import { movedTo, type DueDay } from './task.ts'

/** The open tasks, in the order of their due days, that another calendar moves, each with its duty and the due day that it gets. */
export async function listMovedTasks(
  site: Site,
  before: Calendar,
  after: Calendar,
): Promise<{ task: StoredTask; duty: StoredDuty; due: DueDay }[]> {
  const duties = new Map((await listDuties(site.database.read)).map((duty) => [duty.id, duty]))
  const tasks = await listTasks(site.database.read, { isOpen: true, limit: 1_000_000 })
  return tasks.flatMap((task) => {
    const duty = duties.get(task.dutyId)
    const due = duty && movedTo(task, duty.rule, site.houseRules.atOnce, before, after)
    return duty === undefined || due === undefined ? [] : [{ task, duty, due }]
  })
}
