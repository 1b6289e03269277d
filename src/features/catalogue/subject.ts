import type { StoredDuty } from './queries.ts'
import type { Owing, StoredTask } from './queries-tasks.ts'

/** How the record names a duty, and what it fingerprints of it. */
export const dutySubject = (id: number): string => `catalogue.duty:${id}`

/** `owing`: who owes it and since when, which decides what nobody was late with. */
export function dutyContent({ version: _version, ...duty }: StoredDuty, owing: readonly Owing[]): Record<string, unknown> {
  return { ...duty, rule: { ...duty.rule }, untilOn: duty.untilOn ?? null, owing: [...owing] }
}

/** How the record names a task, and what it fingerprints of it. */
export const taskSubject = (id: number): string => `catalogue.task:${id}`

export function taskContent(task: StoredTask): Record<string, unknown> {
  return { ...task, formedOn: task.formedOn ?? null, fulfilledOn: task.fulfilledOn ?? null, fulfilledBy: task.fulfilledBy ?? null }
}
