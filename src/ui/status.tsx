import type { ComponentChildren, VNode } from 'preact'
import { yearOf, type Day } from '../kernel/day.ts'
import { sayDay, sayShortDay } from '../kernel/translate.ts'
import type { Reader } from './reader.ts'

export type StatusKind = 'done' | 'due-soon' | 'overdue' | 'waiting' | 'neutral' | 'refused'

const shapes: Record<StatusKind, string> = {
  done: 'M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0zM5.2 8.9l3.9-4.5-1-.9-3 3.4-1.4-1.3-.9 1z',
  'due-soon': 'M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0zm0 1.6a4.4 4.4 0 0 0 0 8.8z',
  overdue: 'M6 .4l6 11.2H0zM5.3 4.4v3.7h1.4V4.4zm0 4.6v1.4h1.4V9z',
  waiting: 'M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0zm0 1.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8z',
  neutral: 'M1 5h10v2H1z',
  refused: 'M2.1.7L6 4.6 9.9.7l1.4 1.4L7.4 6l3.9 3.9-1.4 1.4L6 7.4l-3.9 3.9L.7 9.9 4.6 6 .7 2.1z',
}

/** The shape of a state: each kind differs in outline, so that it can be told without colour. */
export function StatusShape({ kind }: { kind: StatusKind }): VNode {
  return (
    <svg class="gk-status__shape" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={shapes[kind]} fill-rule="evenodd" />
    </svg>
  )
}

/** A state as a word with a shape before it. */
export function StatusWord({ kind, children }: { kind: StatusKind; children: ComponentChildren }): VNode {
  return (
    <span class={`gk-status gk-status--${kind}`}>
      <StatusShape kind={kind} />
      <span>{children}</span>
    </span>
  )
}

/** A day with its weekday; the year is left out only where `short` says so and it is this year's. */
export function DateLine({ reader, day, short }: { reader: Reader; day: Day; short?: boolean | undefined }): VNode {
  const bare = short && yearOf(day) === yearOf(reader.today)
  return (
    <time class="gk-date" datetime={day}>
      {bare ? sayShortDay(day, reader.lang) : sayDay(day, reader.lang)}
    </time>
  )
}

export interface DueDateProps {
  reader: Reader
  due: Day
  today: Day
  /** Working days from today to the due day; below zero: that many too late. */
  workingDaysLeft: number
  /** The day may still move, because the holidays of its year are not announced. */
  provisional?: boolean | undefined
}

/** "周五 10月31日 · 还有 6 个工作日": the day that decides, and how far away it is. */
export function DueDate({ reader, due, today, workingDaysLeft, provisional }: DueDateProps): VNode {
  const kind = due < today ? 'overdue' : workingDaysLeft <= 3 ? 'soon' : 'calm'
  return (
    <span class={`gk-due gk-due--${kind}`}>
      <DateLine reader={reader} day={due} short />
      {/* the point stays with the day, so that a second line never begins with it */}
      {'\u00a0· '}
      <span class="gk-due__left">{distance(reader, due, today, workingDaysLeft)}</span>
      {provisional ? <span class="gk-due__provisional"> {reader.t('ui.due.provisional')}</span> : null}
    </span>
  )
}

function distance(reader: Reader, due: Day, today: Day, left: number): string {
  if (due === today) return reader.t('ui.due.today')
  if (due < today) return reader.t('ui.due.late', { n: Math.max(1, Math.abs(left)) })
  return reader.t('ui.due.left', { n: left })
}
