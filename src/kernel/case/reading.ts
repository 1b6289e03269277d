import type { CaseEvent, CaseEventKind } from './event.ts'

/** The events of one kind. */
export type EventsOf<Kind extends CaseEventKind> = Extract<CaseEvent, { kind: Kind }>[]

/** The events of a case by kind. */
export type Reading = { [Kind in CaseEventKind]: EventsOf<Kind> }

/** Sorts events into their kinds; says nothing about what fits together. */
export function readingOf(events: readonly CaseEvent[]): Reading {
  const reading: Reading = {
    received: [],
    'clarification-asked': [],
    supplemented: [],
    'consultation-sent': [],
    'consultation-delivered': [],
    'consultation-answered': [],
    extended: [],
    'fee-noticed': [],
    'fee-paid': [],
    'reasons-asked': [],
    'reasons-given': [],
    'date-set': [],
    replied: [],
    closed: [],
  }
  for (const event of events) (reading[event.kind] as CaseEvent[]).push(event)
  return reading
}
