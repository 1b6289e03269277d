import { addDays, compareDays, type Day } from '../day.ts'
import type { CaseDates, CaseState } from './clock.ts'
import type { ReceiptRule } from './edition.ts'
import { type CaseBreach, caseBreaches } from './fault.ts'
import type { Leg, LegDue, Matter } from './leg.ts'
import { pausesOf, type Stop } from './pause.ts'
import type { ReceivedEvent } from './receipt.ts'
import type { Wait } from './replay.ts'

/** What was found out about a case without contradictions. */
export interface Found {
  matter: Matter
  received: ReceivedEvent
  receipt: { on?: Day; by: ReceiptRule }
  legs: readonly Leg[]
  /** The last of the legs: the count that runs, or ran last. */
  leg: Leg
  /** Those that are not over. */
  waits: readonly Wait[]
  due: LegDue
  stops: readonly Stop[]
  clarifyBy?: Day
  breaches: readonly CaseBreach[]
}

/** The dates of a case as everybody is told them. */
export function datesOf(found: Found): CaseDates {
  const { receipt, leg, due, clarifyBy } = found
  const end = endOf(found)
  const isLate = { 'confirmed-late': isConfirmedLate(found), 'replied-late': end.isInTime === false }
  const told: string[] = [...found.breaches, ...Object.entries(isLate).flatMap(([breach, isTrue]) => (isTrue ? [breach] : []))]
  return {
    state: stateOf(found),
    ...(receipt.on === undefined ? {} : { receivedOn: receipt.on, receivedBy: receipt.by }),
    ...given('startOn', leg.startOn),
    ...given('startedBy', leg.startedBy),
    ...given('clarifyBy', clarifyBy),
    ...(end.endedOn === undefined ? lastDaysToAnswer(found.waits) : {}),
    ...given('baseDueOn', due.baseDueOn),
    ...lastDay(found),
    ...given('termDays', termDaysOf(found)),
    isProvisional: isProvisional(found),
    pauses: pausesOf(found.stops.filter(({ until }) => until === undefined || leg.startOn === undefined || until > leg.startOn)),
    faults: [],
    breaches: caseBreaches.filter((breach) => told.includes(breach)),
    ...end,
  }
}

/** The days of the running count: up to the due day, or to the day on which a pause without an end began. Undefined where none is counted. */
export function countOf({ leg: { startOn }, waits, due, stops }: Found): { after: Day; until: Day } | undefined {
  if (startOn === undefined || waits.length > 0 || due.setOn !== undefined) return undefined
  if (due.termDueOn !== undefined) return { after: startOn, until: due.termDueOn }
  const stillSince = stops.find(({ until }) => until === undefined)?.after ?? startOn
  return { after: startOn, until: stillSince > startOn ? stillSince : startOn }
}

function given<Key extends keyof CaseDates>(key: Key, value: CaseDates[Key] | undefined): Partial<Pick<CaseDates, Key>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Pick<CaseDates, Key>>
}

function isConfirmedLate({ matter: { edition }, received: { channel, arrivedOn, confirmedOn } }: Found): boolean {
  const { rule, isSameDayDuty } = edition.receipt[channel]
  return rule === 'confirmed' && isSameDayDuty === true && confirmedOn !== undefined && confirmedOn > arrivedOn
}

function stateOf({ matter: { reading }, waits, leg }: Found): CaseState {
  if (reading.replied.length > 0) return 'replied'
  if (reading.closed.length > 0) return 'closed'
  if (waits.some((wait) => wait.for === 'supplemented')) return 'awaiting-supplement'
  if (waits.length > 0) return 'awaiting-payment'
  return leg.startOn === undefined ? 'unconfirmed' : 'running'
}

function lastDaysToAnswer(waits: readonly Wait[]): Pick<CaseDates, 'supplementBy' | 'payBy'> {
  const last = (what: Wait['for']) =>
    waits
      .flatMap((wait) => (wait.for === what && wait.by !== undefined ? [wait.by] : []))
      .sort(compareDays)
      .at(-1)
  return { ...given('supplementBy', last('supplemented')), ...given('payBy', last('fee-paid')) }
}

function dueOnOf({ setOn, termDueOn }: LegDue): Day | undefined {
  return setOn ?? termDueOn
}

function lastDay({ due }: Found): Pick<CaseDates, 'dueOn' | 'dueBy'> {
  const dueOn = dueOnOf(due)
  if (dueOn === undefined) return {}
  return { dueOn, dueBy: due.setOn !== undefined ? 'set-date' : due.isExtended ? 'extension' : 'term' }
}

function termDaysOf(found: Found): number | undefined {
  const { reply, extension } = found.matter.edition
  if (countOf(found) === undefined) return undefined
  return reply.term.days + (found.due.isExtended ? extension.term.days : 0)
}

function isProvisional(found: Found): boolean {
  const { announcedFrom, announcedUntil } = found.matter.calendar
  const isUnknown = (after: Day, until: Day) => until > after && (until > announcedUntil || addDays(after, 1) < announcedFrom)
  const span = countOf(found)
  if (span && isUnknown(span.after, span.until)) return true
  if (endOf(found).endedOn !== undefined) return false
  const noticedOn = found.matter.reading['fee-noticed'][0]?.receivedOn
  return found.waits.some((wait) => wait.for === 'fee-paid' && wait.by !== undefined && isUnknown(noticedOn ?? wait.by, wait.by))
}

function endOf({ matter: { reading }, due }: Found): Pick<CaseDates, 'endedOn' | 'isInTime'> {
  const repliedOn = reading.replied[0]?.on
  const closedOn = reading.closed[0]?.on
  if (repliedOn === undefined) return given('endedOn', closedOn)
  const dueOn = dueOnOf(due)
  return { endedOn: repliedOn, isInTime: dueOn === undefined || repliedOn <= dueOn }
}
