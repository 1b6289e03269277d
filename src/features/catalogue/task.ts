import { addWorkingDays, workingDaysBetween, type Calendar } from '../../kernel/calendar.ts'
import { count, type Count, type Term } from '../../kernel/clock.ts'
import type { Day } from '../../kernel/day.ts'
import { dueAfter, periodsBetween, termOf, type TimeRule } from './rule.ts'

/** One dated occurrence of a duty for one unit. */
export interface Task {
  period: string
  formedOn?: Day
  opensOn: Day
  dueOn: Day
  isProvisional: boolean
  fulfilledOn?: Day
}

/** A task can end without a publication: its standing text was confirmed, or it was decided, with a ground, not to publish. */
export const confirmed = 'confirmed'
export const withheld = 'withheld'
/** Or it was handed in to the office instead of being published. */
export const handedIn = 'handed-in'

export type TaskState = 'not-open' | 'open' | 'due-soon' | 'overdue' | 'on-time' | 'late'

/**
 * How a task stands today. Never stored: a task is late because of three days (formed, due, published), not because a nightly job
 * remembered to say so.
 */
export function stateOf(task: Pick<Task, 'opensOn' | 'dueOn' | 'fulfilledOn'>, today: Day, soon: number, calendar: Calendar): TaskState {
  if (task.fulfilledOn !== undefined) return task.fulfilledOn <= task.dueOn ? 'on-time' : 'late'
  if (task.dueOn < today) return 'overdue'
  if (task.opensOn > today) return 'not-open'
  return workingDaysBetween(calendar, today, task.dueOn) <= soon ? 'due-soon' : 'open'
}

/** Working days between the due day and the publication (or today while it is open); 0 when in time. */
export function workingDaysLate(task: Pick<Task, 'dueOn' | 'fulfilledOn'>, today: Day, calendar: Calendar): number {
  const end = task.fulfilledOn ?? today
  return end <= task.dueOn ? 0 : workingDaysBetween(calendar, task.dueOn, end)
}

/**
 * How a task's due day was counted, day by day. Undefined where the rule names a fixed day, and where the rule has been changed since
 * the task was laid out and would give another day now.
 */
export function countOf(
  task: Pick<Task, 'formedOn' | 'opensOn' | 'dueOn'>,
  rule: TimeRule,
  atOnce: Term,
  calendar: Calendar,
): Count | undefined {
  const term = termOf(rule, atOnce)
  const counted = term && count(term, task.formedOn ?? task.opensOn, calendar)
  return counted?.due === task.dueOn ? counted : undefined
}

export interface DueDay {
  dueOn: Day
  isProvisional: boolean
}

/** When a task is due by its rule under a calendar; undefined where the rule no longer has its occurrence. */
export function dueUnder(
  task: Pick<Task, 'period' | 'formedOn' | 'opensOn'>,
  rule: TimeRule,
  atOnce: Term,
  calendar: Calendar,
): DueDay | undefined {
  if (rule.kind === 'within' || rule.kind === 'at-once') return dueAfter(rule, task.formedOn ?? task.opensOn, atOnce, calendar)
  const period = periodsBetween(rule, task.opensOn, task.opensOn, calendar).find((one) => one.name === task.period)
  return period && { dueOn: period.dueOn, isProvisional: period.isProvisional }
}

/**
 * Where a change of calendar moves an open task. Undefined where it stays: it is done, or its due day was not counted with `before`, as
 * when somebody changed its rule after it was laid out.
 */
export function movedTo(task: Task, rule: TimeRule, atOnce: Term, before: Calendar, after: Calendar): DueDay | undefined {
  const isSame = (due: DueDay | undefined): boolean => due?.dueOn === task.dueOn && due.isProvisional === task.isProvisional
  if (task.fulfilledOn !== undefined || !isSame(dueUnder(task, rule, atOnce, before))) return undefined
  const due = dueUnder(task, rule, atOnce, after)
  return isSame(due) ? undefined : due
}

export interface InnerDays {
  submit: number
  approve: number
  clear: number
  sign: number
}

/** The inner days of the review chain: so many working days before the legal day, each hand its own. */
export function innerDeadlines(dueOn: Day, days: InnerDays, calendar: Calendar): Record<keyof InnerDays, Day> {
  const before = (n: number): Day => addWorkingDays(calendar, dueOn, -n).on
  return { submit: before(days.submit), approve: before(days.approve), clear: before(days.clear), sign: before(days.sign) }
}
