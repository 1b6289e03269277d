import type { Calendar } from '../calendar.ts'
import { compareDays, type Day } from '../day.ts'
import { workingDayAfter } from '../workday.ts'
import type { CaseEdition } from './edition.ts'
import { type Exchange, exchangesOf } from './exchange.ts'
import type { CaseBreach } from './fault.ts'
import { dueOfLeg, isTooLate, type Leg, type Matter } from './leg.ts'
import type { EventsOf, Reading } from './reading.ts'

/** A time in which the applicant is waited for. */
export interface Wait {
  for: 'supplemented' | 'fee-paid'
  from: Day
  until?: Day
  /** The last day of the applicant; absent for a fee notice whose receipt is not known. */
  by?: Day
}

/** The counts of a case one after the other, what is waited for in the end, and what came too late on the way. */
export interface Replay {
  /** Never empty; the last one runs, or ran last. */
  legs: Leg[]
  waits: Wait[]
  clarifyBy?: Day
  breaches: CaseBreach[]
}

interface Notice {
  on: Day
  isLate: boolean
  wait: Wait
}

/**
 * Plays the notices to the applicant in the order of their days. A notice after the due day comes too late to stop anything; a question
 * after its own term stops the count where the choices say so. What the applicant then gives begins the count anew.
 */
export function replayOf(receivedOn: Day | undefined, matter: Matter): Replay {
  const { edition, reading, calendar } = matter
  const notice = edition.clarification.notice
  const clarifyBy = receivedOn !== undefined && notice ? workingDayAfter(calendar, receivedOn, notice.term.days) : undefined
  const { exchanges } = exchangesOf(reading['clarification-asked'], reading.supplemented)
  const replay: Replay = {
    legs: [receivedOn === undefined ? {} : { startOn: receivedOn, startedBy: 'received' }],
    waits: [],
    clarifyBy,
    breaches: lateAnswers(exchanges, reading, edition, calendar),
  }
  const notices = [...exchanges.flatMap((exchange) => questionsOf(exchange, clarifyBy)), ...feeNotices(reading, edition, calendar)]
  for (const each of notices.sort((a, b) => compareDays(a.on, b.on))) play(each, replay, matter)
  startAnew(replay, undefined)
  return replay
}

function questionsOf({ questions, answeredOn }: Exchange<EventsOf<'clarification-asked'>[number]>, clarifyBy: Day | undefined): Notice[] {
  const by = latest(questions)
  return questions.map(({ on }) => ({
    on,
    isLate: clarifyBy !== undefined && on > clarifyBy,
    wait: { for: 'supplemented', from: on, until: answeredOn, by },
  }))
}

function feeNotices(reading: Reading, edition: CaseEdition, calendar: Calendar): Notice[] {
  const until = reading['fee-paid'][0]?.on
  return reading['fee-noticed'].map(({ sentOn, receivedOn }) => ({
    on: sentOn,
    isLate: false,
    wait: { for: 'fee-paid', from: sentOn, until, by: payByOf(receivedOn, edition, calendar) },
  }))
}

/** The term to pay counts from the day after the notice was received. */
function payByOf(receivedOn: Day | undefined, { fee }: CaseEdition, calendar: Calendar): Day | undefined {
  return receivedOn !== undefined && fee ? workingDayAfter(calendar, receivedOn, fee.payment.term.days) : undefined
}

function lateAnswers(
  exchanges: Exchange<EventsOf<'clarification-asked'>[number]>[],
  reading: Reading,
  edition: CaseEdition,
  calendar: Calendar,
): CaseBreach[] {
  const breaches: CaseBreach[] = []
  if (exchanges.some(({ questions, answeredOn }) => answeredOn !== undefined && answeredOn > latest(questions)))
    breaches.push('supplemented-late')
  const payBy = payByOf(reading['fee-noticed'][0]?.receivedOn, edition, calendar)
  const paidOn = reading['fee-paid'][0]?.on
  if (payBy !== undefined && paidOn !== undefined && paidOn > payBy) breaches.push('paid-late')
  return breaches
}

function latest(questions: readonly { answerBy: Day }[]): Day {
  return questions.map(({ answerBy }) => answerBy).reduce((a, b) => (a > b ? a : b))
}

function play({ on, isLate, wait }: Notice, replay: Replay, matter: Matter): void {
  startAnew(replay, on)
  const leg = replay.legs.at(-1)
  if (leg === undefined) return
  const { setOn, termDueOn } = dueOfLeg(leg, replay.legs.length === 1, matter)
  const isOverdue = isTooLate(on, setOn ?? termDueOn, leg)
  if (isLate || isOverdue) replay.breaches.push(wait.for === 'fee-paid' ? 'fee-notice-late' : 'clarification-late')
  if (isOverdue || (isLate && !matter.choices.lateClarificationRestarts)) return
  replay.waits.push(wait)
  leg.waitsFrom ??= on
}

/** Begins the counts whose wait is over by `on`, each on the day the applicant gave what was asked; all of them without `on`. */
function startAnew(replay: Replay, on: Day | undefined): void {
  const isOver = ({ until }: Wait) => until !== undefined && (on === undefined || until <= on)
  const over = replay.waits.filter(isOver).sort(byEnd)
  for (const { for: startedBy, until } of over) replay.legs.push({ startOn: until, startedBy, ...waitingAt(until, replay.waits) })
  replay.waits = replay.waits.filter((wait) => !isOver(wait))
}

/** Whether anything is still awaited when a count begins: then it waits from its first day. */
function waitingAt(on: Day | undefined, waits: readonly Wait[]): Pick<Leg, 'waitsFrom'> {
  if (on === undefined) return {}
  return waits.some(({ from, until }) => from <= on && (until === undefined || until > on)) ? { waitsFrom: on } : {}
}

function byEnd(a: Wait, b: Wait): number {
  return compareDays(a.until ?? a.from, b.until ?? b.from) || Number(a.for === 'fee-paid') - Number(b.for === 'fee-paid')
}
