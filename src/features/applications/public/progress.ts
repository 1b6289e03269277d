import type { ConsultedParty } from '../../../kernel/case/event.ts'
import { partyOf, type StoredEvent } from '../cases/application.ts'

/** What an applicant is shown of what happened: the steps of the law, and never who in the unit took them. */
export const shownEvents = [
  'received',
  'confirmed',
  'receipt-changed',
  'recalled',
  'clarification-asked',
  'supplemented',
  'consultation-sent',
  'consultation-answered',
  'extended',
  'fee-noticed',
  'fee-paid',
  'reasons-asked',
  'reasons-given',
  'date-set',
  'letter-sent',
  'replied',
  'closed',
  'rated',
] as const
export type ShownEvent = (typeof shownEvents)[number]

/** Words of the unit that are meant for the applicant: what is asked, and why the term is longer. Everything else is for the file. */
const toldWords: readonly string[] = ['clarification-asked', 'reasons-asked', 'extended', 'date-set', 'supplemented', 'reasons-given']

/** A line of the history; `party`: whose opinion was asked. */
export type Told = { id: number; on: StoredEvent['on']; words: string } & (
  { kind: Exclude<ShownEvent, 'consultation-sent'> } | { kind: 'consultation-sent'; party: ConsultedParty }
)

/** The history of a case for whoever asked, in the order of the days; what was struck is left out. */
export function toldHistory(events: readonly StoredEvent[]): Told[] {
  const struck = new Set(events.flatMap((event) => (event.kind === 'struck' ? [event.fields['event']] : [])))
  const told = events.flatMap((event): Told[] => {
    const kind = shownEvents.find((one) => one === event.kind)
    if (kind === undefined || struck.has(String(event.id))) return []
    if (kind === 'consultation-sent') return [{ id: event.id, kind, on: event.on, words: '', party: partyOf(event) }]
    return [{ id: event.id, kind, on: event.on, words: toldWords.includes(kind) ? event.words : '' }]
  })
  return told.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** Who was asked in each consultation, by its name within the case. */
export function partiesOf(events: readonly StoredEvent[]): Map<string, ConsultedParty> {
  const sent = events.filter((event) => event.kind === 'consultation-sent')
  return new Map(sent.map((event) => [event.fields['consultation'] ?? '', partyOf(event)]))
}

/** Were reasons asked for that nobody has given yet? Gives the words of the question. */
export function openQuestion(events: readonly StoredEvent[]): string | undefined {
  const living = toldHistory(events)
  return living.some((event) => event.kind === 'reasons-given') ? undefined : living.find((event) => event.kind === 'reasons-asked')?.words
}
