import type { VNode } from 'preact'
import { sayMoment } from '../../../ui/chain.tsx'
import type { Reader } from '../../../ui/reader.ts'
import { StatusWord, type StatusKind } from '../../../ui/status.tsx'
import type { ClockState } from '../rumour.ts'

const kinds: Record<ClockState, StatusKind> = {
  running: 'waiting',
  overdue: 'overdue',
  'in-time': 'done',
  late: 'overdue',
  closed: 'neutral',
}

/** By when, to the minute, and how that stands. */
export function ClockWords({ reader, dueAt, clock }: { reader: Reader; dueAt: Date; clock: ClockState }): VNode {
  return (
    <>
      <time datetime={dueAt.toISOString()}>{sayMoment(dueAt, reader)}</time>{' '}
      <StatusWord kind={kinds[clock]}>{reader.t(`clarifications.clock.${clock}`)}</StatusWord>
    </>
  )
}
