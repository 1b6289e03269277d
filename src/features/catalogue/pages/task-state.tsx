import type { VNode } from 'preact'
import { workingDaysLeft, type Calendar } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../ui/reader.ts'
import { DateLine, DueDate, StatusWord, type StatusKind } from '../../../ui/status.tsx'
import type { StoredTask } from '../queries-tasks.ts'
import { stateOf, workingDaysLate, type TaskState } from '../task.ts'

/** What a page needs to say how a task stands today. */
export interface Clockwork {
  calendar: Calendar
  /** From so many working days before the due day on, a task is due soon. */
  soon: number
}

const kinds: Record<TaskState, StatusKind> = {
  'not-open': 'neutral',
  open: 'waiting',
  'due-soon': 'due-soon',
  overdue: 'overdue',
  'on-time': 'done',
  late: 'overdue',
}

/** The state of a task as word and shape. */
export function TaskStateWord({ reader, task, calendar, soon }: { reader: Reader; task: StoredTask } & Clockwork): VNode {
  const state = stateOf(task, reader.today, soon, calendar)
  const n = workingDaysLate(task, reader.today, calendar)
  return (
    <StatusWord kind={kinds[state]}>
      {reader.t(state === 'late' && n === 0 ? 'catalogue.state.late-day-off' : `catalogue.state.${state}`, { n })}
    </StatusWord>
  )
}

/** The due day; while the task is open, with the working days that are left. */
export function TaskDue({ reader, task, calendar }: { reader: Reader; task: StoredTask; calendar: Calendar }): VNode {
  if (task.fulfilledOn !== undefined) return <DateLine reader={reader} day={task.dueOn} />
  const left = workingDaysLeft(calendar, reader.today, task.dueOn)
  return <DueDate reader={reader} due={task.dueOn} today={reader.today} workingDaysLeft={left} provisional={task.isProvisional} />
}
