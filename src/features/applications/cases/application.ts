import type { CaseClock, CaseState } from '../../../kernel/case/clock.ts'
import type { CaseEvent, ConsultedParty, ReceiptChannel } from '../../../kernel/case/event.ts'
import type { Day } from '../../../kernel/day.ts'
import type { ApplicantKind } from '../law/kind.ts'
import type { WantedForm, WantedWay, WishKind } from './wish.ts'

/** A case as lists and pages know it: never who asked, only a masked form of it. */
export interface StoredApplication {
  id: number
  /** How addresses name it. */
  ref: string
  unitId: number
  number: string
  edition: string
  kind: WishKind
  channel: ReceiptChannel
  language: 'zh' | 'en'
  applicantKind: ApplicantKind
  maskedName: string
  maskedContact: string
  isMailed: boolean
  isSealed: boolean
  erasedOn?: Day
  wanted: string
  documentHint: string
  reason: string
  formWanted: WantedForm
  wayWanted: WantedWay
  arrivedOn: Day
  confirmedOn?: Day
  typedAt: Date
  typedBy?: number
  state: CaseState
  receivedOn?: Day
  baseDueOn?: Day
  dueOn?: Day
  isProvisional: boolean
  promisedOn?: Day
  waitsUntil?: Day
  endedOn?: Day
  isInTime?: boolean
  leaf: string
  handlerId?: number
  handledIn?: number
  innerDueOn?: Day
  version: number
}

/** What happens in a case besides what its clock reads. */
export const fileEvents = [
  'confirmed',
  'receipt-changed',
  'recalled',
  'assigned',
  'passed-on',
  'handed-over',
  'instructed',
  'errand-asked',
  'errand-answered',
  'decided',
  'letter-written',
  'letter-moved',
  'letter-sent',
  'letter-served',
  'file-added',
  'file-dropped',
  'override-decided',
  'challenged',
  'challenge-decided',
  'proposed',
  'rated',
  'noted',
  'struck',
] as const
export type FileEventKind = (typeof fileEvents)[number]

export interface StoredEvent {
  id: number
  kind: CaseEvent['kind'] | FileEventKind
  on: Day
  fields: Record<string, string>
  words: string
  byId?: number
  at: Date
}

/** What a clock reads of an event. */
export type ClockFact = Pick<StoredEvent, 'id' | 'kind' | 'on' | 'fields'>

/** An event that is about to be added. */
export type NewEvent = Omit<StoredEvent, 'id' | 'at' | 'words'> & { words?: string }

/** Whose opinion a consultation of a case asks. */
export function partyOf({ fields }: Pick<StoredEvent, 'fields'>): ConsultedParty {
  return fields['with'] === 'co-agency' ? 'co-agency' : 'third-party'
}

/** What happened, without what was struck. */
export function livingEvents<Event extends ClockFact>(events: readonly Event[]): Event[] {
  const struck = new Set<string | undefined>()
  for (const event of events) if (event.kind === 'struck') struck.add(event.fields['event'])
  return events.filter((event) => !struck.has(String(event.id)))
}

/**
 * The events of a case as its clock reads them: what was struck is left out. A correction takes the place of the receipt and of every
 * confirmation before it; a confirmation becomes part of the receipt.
 */
export function clockEvents(events: readonly ClockFact[]): CaseEvent[] {
  const living = livingEvents(events)
  const correction = living.findLastIndex((event) => event.kind === 'receipt-changed')
  const confirmed = living.slice(correction + 1).findLast((event) => event.kind === 'confirmed')
  return living.flatMap((event): CaseEvent[] => {
    if (event.kind !== 'received') return isClockEvent(event) ? [asClockEvent(event)] : []
    const receipt = correction < 0 ? event.fields : { channel: event.fields['channel'] ?? '', ...living[correction]?.fields }
    return [asClockEvent({ ...event, fields: { ...receipt, ...(confirmed && { confirmedOn: confirmed.on }) } })]
  })
}

const besidesClock = new Set<string>(fileEvents)

function isClockEvent(event: ClockFact): boolean {
  return !besidesClock.has(event.kind)
}

/** The fields of a clock event are exactly those that it was stored with; `on` is kept apart for lists. */
function asClockEvent(event: ClockFact): CaseEvent {
  return { kind: event.kind, ...event.fields } as CaseEvent
}

/** A clock event as it is stored: its day apart, for lists, and all of it as fields. */
export function storedForm(event: CaseEvent, byId?: number, words = ''): NewEvent {
  const { kind, ...fields } = event
  return { kind, on: dayOfEvent(event), fields, words, ...(byId === undefined ? {} : { byId }) }
}

function dayOfEvent(event: CaseEvent): Day {
  switch (event.kind) {
    case 'received':
      return event.arrivedOn
    case 'extended':
      return event.decidedOn
    case 'fee-noticed':
      return event.sentOn
    case 'date-set':
      return event.toldOn
    default:
      return event.on
  }
}

/** What lists keep of a clock: the same as a replay of the events gives. */
export interface Projection {
  state: CaseState
  receivedOn: Day | undefined
  baseDueOn: Day | undefined
  dueOn: Day | undefined
  isProvisional: boolean
  waitsUntil: Day | undefined
  endedOn: Day | undefined
  isInTime: boolean | undefined
}

export function projectionOf(clock: CaseClock): Projection {
  const open = clock.pauses.find((pause) => pause.isOpen)
  return {
    state: clock.state,
    receivedOn: clock.receivedOn,
    baseDueOn: clock.baseDueOn,
    dueOn: clock.dueOn,
    isProvisional: clock.isProvisional,
    waitsUntil: clock.supplementBy ?? clock.payBy ?? open?.until,
    endedOn: clock.endedOn,
    isInTime: clock.isInTime,
  }
}
