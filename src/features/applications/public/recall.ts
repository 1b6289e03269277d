import type { StoredApplication, StoredEvent } from '../cases/application.ts'

export type RecallMissing = 'too-late' | 'begun' | 'ended' | 'not-online'

type Recalled = Pick<StoredApplication, 'typedAt' | 'typedBy' | 'handlerId' | 'endedOn'>

/** Everything that keeps an application from being taken back unread: the time after sending, or somebody who has begun with it. */
export function missingForRecall(application: Recalled, events: readonly StoredEvent[], now: Date, minutes: number): RecallMissing[] {
  const isLate = now.getTime() - application.typedAt.getTime() > minutes * 60_000
  const isBegun = application.handlerId !== undefined || events.some((event) => event.kind !== 'received')
  return [
    ...(application.typedBy === undefined ? [] : (['not-online'] as const)),
    ...(application.endedOn === undefined ? (isBegun ? (['begun'] as const) : []) : (['ended'] as const)),
    ...(isLate ? (['too-late'] as const) : []),
  ]
}
