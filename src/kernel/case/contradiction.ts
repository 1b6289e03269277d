import { compareDays, type Day } from '../day.ts'
import type { CaseEdition } from './edition.ts'
import type { CaseEvent } from './event.ts'
import { exchangesOf } from './exchange.ts'
import type { CaseFault } from './fault.ts'
import type { Reading } from './reading.ts'
import { type ReceivedEvent, receiptOf } from './receipt.ts'

/**
 * What cannot be true together in the events of a case, or is unknown to its edition. Whether a date of art. 35 is later than the due day
 * is for the count to say. Each fault once, in no order.
 */
export function contradictionsOf(edition: CaseEdition, reading: Reading, events: readonly CaseEvent[]): CaseFault[] {
  const faults = new Set<CaseFault>()
  const say = (fault: CaseFault, isTrue: boolean) => isTrue && faults.add(fault)
  say('never-received', reading.received.length === 0)
  say('received-twice', reading.received.length > 1)
  for (const received of reading.received) readReceipt(edition, received, { reading, events, say })
  readClarification(edition, reading, say)
  readConsultations(reading, say)
  readFee(edition, reading, say)
  readOthers(edition, reading, say)
  readEnd(reading, events, say)
  return [...faults]
}

type Say = (fault: CaseFault, isTrue: boolean) => unknown

/** Every day that an event names as the day of something done; a day that lies ahead, as the last day for an answer, is none. */
function daysIn(event: CaseEvent): Day[] {
  switch (event.kind) {
    case 'received':
      return []
    case 'extended':
      return [event.decidedOn, event.toldOn]
    case 'fee-noticed':
      return [event.sentOn]
    case 'date-set':
      return [event.toldOn]
    default:
      return [event.on]
  }
}

interface Around {
  reading: Reading
  events: readonly CaseEvent[]
  say: Say
}

/** What the applicant himself does, and what ends the case, cannot come before he was reached: a later confirmation contradicts it. */
function readReceipt(edition: CaseEdition, received: ReceivedEvent, { reading, events, say }: Around): void {
  const { arrivedOn, confirmedOn = arrivedOn } = received
  const legalOn = receiptOf(edition, received).on ?? arrivedOn
  say('confirmed-before-arrival', confirmedOn < arrivedOn)
  const others = events.filter(({ kind }) => kind !== 'replied')
  say(
    'before-receipt',
    others.some((event) => daysIn(event).some((on) => on < arrivedOn)),
  )
  const final = [...reading.supplemented, ...reading['fee-paid'], ...reading.closed]
  say(
    'before-receipt',
    final.some(({ on }) => on < legalOn),
  )
  say(
    'reply-before-receipt',
    reading.replied.some(({ on }) => on < arrivedOn || on < legalOn),
  )
}

function readClarification(edition: CaseEdition, reading: Reading, say: Say): void {
  const asked = reading['clarification-asked']
  say('second-clarification', edition.clarification.isOnce && asked.length > 1)
  say(
    'answer-by-before-asking',
    asked.some(({ on, answerBy }) => answerBy < on),
  )
  for (const on of exchangesOf(asked, reading.supplemented).strays) {
    say('supplement-without-notice', asked.length === 0)
    say('supplement-before-notice', asked.length > 0 && asked.every((notice) => notice.on > on))
    say(
      'second-supplement',
      asked.some((notice) => notice.on <= on),
    )
  }
}

function readConsultations(reading: Reading, say: Say): void {
  const sent = new Map(reading['consultation-sent'].map((event) => [event.consultation, event.on]))
  say('consultation-twice', sent.size < reading['consultation-sent'].length)
  const follow = (kind: 'consultation-delivered' | 'consultation-answered', tooEarly: CaseFault) => {
    const events = reading[kind]
    say('consultation-twice', new Set(events.map(({ consultation }) => consultation)).size < events.length)
    for (const { consultation, on } of events) {
      const sentOn = sent.get(consultation)
      say('consultation-unknown', sentOn === undefined)
      say(tooEarly, sentOn !== undefined && on < sentOn)
    }
  }
  follow('consultation-delivered', 'delivered-before-sent')
  follow('consultation-answered', 'answered-before-sent')
}

function readFee(edition: CaseEdition, reading: Reading, say: Say): void {
  const { 'fee-noticed': notices, 'fee-paid': paid } = reading
  const isKnown = (on: Day) => edition.fee !== undefined && on >= edition.fee.effective.from && on <= (edition.fee.effective.until ?? on)
  say('fee-unknown-to-edition', notices.some(({ sentOn }) => !isKnown(sentOn)) || (edition.fee === undefined && paid.length > 0))
  say('second-fee-notice', notices.length > 1)
  say(
    'fee-received-before-sent',
    notices.some(({ sentOn, receivedOn = sentOn }) => receivedOn < sentOn),
  )
  say('paid-without-notice', paid.length > notices.length)
  const [firstPaid] = paid.map(({ on }) => on).toSorted(compareDays)
  say('paid-before-notice', firstPaid !== undefined && notices.length > 0 && notices.every(({ sentOn }) => sentOn > firstPaid))
}

function readOthers(edition: CaseEdition, reading: Reading, say: Say): void {
  const { extended, 'date-set': dates } = reading
  say('second-extension', extended.length > 1)
  say(
    'told-before-decided',
    extended.some(({ decidedOn, toldOn }) => toldOn < decidedOn),
  )
  say('reasons-without-asking', exchangesOf(reading['reasons-asked'], reading['reasons-given']).strays.length > 0)
  say('date-unknown-to-edition', dates.length > 0 && !edition.maySetDate)
  say('second-date', dates.length > 1)
}

/** What others do after the end, as a late opinion, changes nothing and is no contradiction. */
function readEnd(reading: Reading, events: readonly CaseEvent[], say: Say): void {
  const { replied, closed } = reading
  say('second-reply', replied.length > 1)
  say('closed-twice', closed.length > 1)
  const [endedOn] = [...replied, ...closed].map(({ on }) => on).toSorted(compareDays)
  if (endedOn === undefined) return
  const ours = events.filter(({ kind }) => kind !== 'consultation-delivered' && kind !== 'consultation-answered')
  say('after-end', replied.length > 0 && closed.length > 0)
  say(
    'after-end',
    ours.some((event) => daysIn(event).some((on) => on > endedOn)),
  )
}
