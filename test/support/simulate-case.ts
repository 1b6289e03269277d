/* A second clock, written apart from the first and from its definition: it goes through a case day by day. Only types are shared. */
import type { Calendar } from '../../src/kernel/calendar.ts'
import type { CaseBreach, CaseChoices, CaseClock, CaseDay, CaseEdition, CaseEvent } from '../../src/kernel/case/index.ts'
import { type NumberedDays, numberedDays } from './simulate-calendar.ts'

/** What the simulation says: as a CaseClock, with breaches in the order of the alphabet; pauses show in the days. */
export type SimulatedCase = Omit<CaseClock, 'pauses'>

type Of<Kind extends CaseEvent['kind']> = Extract<CaseEvent, { kind: Kind }>
type Act = { [Kind in CaseEvent['kind']]: Of<Kind>[] }

/** One count of the case, from a day 0 that may not be known yet. */
interface Count {
  start?: number
  startedBy?: CaseClock['startedBy']
  rows: CaseDay[]
  baseDue?: number
  termDue?: number
  isExtended: boolean
  setOn?: number
  /** The first day on which something is awaited from the applicant. */
  waitFrom?: number
}

/** All that the walk carries along. */
interface Walk {
  edition: CaseEdition
  choices: CaseChoices
  days: NumberedDays
  acts: Act
  /** Who stops each day; and the day after which one stop has no end. */
  stops: Map<number, string[]>
  stuckAfter: number
  counts: Count[]
  clarifyBy?: number
  asked: Of<'clarification-asked'>[]
  isQuestionOpen: boolean
  isBillOpen: boolean
  isDateWrong: boolean
  breaches: Set<CaseBreach>
}

/** The name under which waiting for an applicant's reasons stands among those who stop a day. */
const reasons = '\u0000reasons'

/**
 * Simulates a case whose events do not contradict each other; only a date of art. 35 that is not later than the due day is found out here.
 * Throws for a case that was never received.
 */
export function simulateCase(edition: CaseEdition, events: readonly CaseEvent[], calendar: Calendar, choices: CaseChoices): SimulatedCase {
  const walk = setOut(edition, events, numberedDays(calendar), choices)
  const dates = [...new Set(events.flatMap(daysOf))].sort()
  for (const on of dates) spendDay(walk, walk.days.numberOf(on))
  return tell(walk)
}

function setOut(edition: CaseEdition, events: readonly CaseEvent[], days: NumberedDays, choices: CaseChoices): Walk {
  const acts = actsOf(events)
  const { stops, stuckAfter } = stoppedDays(edition, acts, days, choices)
  const open = { isQuestionOpen: false, isBillOpen: false, isDateWrong: false }
  const walk: Walk = { edition, choices, days, acts, stops, stuckAfter, counts: [], asked: [], breaches: new Set(), ...open }
  const [received] = acts.received
  if (received === undefined) throw new Error('a case that was never received has no days')
  const receipt = edition.receipt[received.channel]
  const legalOn = receipt.rule === 'confirmed' ? received.confirmedOn : received.arrivedOn
  if (receipt.isSameDayDuty && legalOn !== undefined && legalOn !== received.arrivedOn) walk.breaches.add('confirmed-late')
  if (legalOn === undefined) walk.counts.push({ rows: [], isExtended: false })
  else begin(walk, days.numberOf(legalOn), 'received')
  const notice = edition.clarification.notice
  if (notice && legalOn !== undefined) walk.clarifyBy = workedDaysOn(days, days.numberOf(legalOn), notice.term.days)
  return walk
}

function actsOf(events: readonly CaseEvent[]): Act {
  const acts = Object.fromEntries(kinds.map((kind) => [kind, [] as CaseEvent[]]))
  for (const event of events) acts[event.kind]?.push(event)
  return acts as unknown as Act
}

const kinds: CaseEvent['kind'][] = [
  ...(['received', 'clarification-asked', 'supplemented', 'extended', 'date-set', 'replied', 'closed', 'fee-noticed'] as const),
  ...(['consultation-sent', 'consultation-delivered', 'consultation-answered', 'fee-paid', 'reasons-asked', 'reasons-given'] as const),
]

/** The days on which an event does something. */
function daysOf(event: CaseEvent): string[] {
  if (event.kind === 'extended') return [event.decidedOn, event.toldOn]
  if (event.kind === 'fee-noticed') return [event.sentOn]
  if (event.kind === 'date-set') return [event.toldOn]
  return event.kind === 'received' ? [event.arrivedOn] : [event.on]
}

/** Goes on day after day until a number of working days is over. */
function workedDaysOn(days: NumberedDays, from: number, many: number): number {
  let today = from
  for (let seen = 0; seen < many;) {
    today++
    if (days.dayAt(today).isWorked) seen++
  }
  return today
}

function stoppedDays(edition: CaseEdition, acts: Act, days: NumberedDays, choices: CaseChoices): Pick<Walk, 'stops' | 'stuckAfter'> {
  const stops = new Map<number, string[]>()
  let stuckAfter = Infinity
  const stop = (name: string, begins: number, ends: number | undefined) => {
    if (ends === undefined) stuckAfter = Math.min(stuckAfter, begins)
    for (let today = begins + 1; today <= (ends ?? begins); today++) {
      const others = stops.get(today)
      stops.set(today, others ? [...others, name].sort() : [name])
    }
  }
  for (const sent of acts['consultation-sent']) {
    const rule = edition.consultation[sent.with]
    if (!rule.pauses) continue
    const own = ({ consultation }: { consultation: string }) => consultation === sent.consultation
    const delivered = acts['consultation-delivered'].find(own)
    const answered = acts['consultation-answered'].find(own)
    if (choices.pauseBegins === 'delivered' && !delivered) continue
    const arrives = days.numberOf(delivered?.on ?? sent.on)
    const silence = rule.answer ? workedDaysOn(days, arrives, rule.answer.term.days) : Infinity
    const ends = Math.min(silence, answered ? days.numberOf(answered.on) : Infinity)
    stop(sent.consultation, choices.pauseBegins === 'sent' ? days.numberOf(sent.on) : arrives, ends === Infinity ? undefined : ends)
  }
  if (choices.askingReasonsPauses && edition.maySetDate) for (const [from, to] of reasonTimes(acts, days)) stop(reasons, from, to)
  return { stops, stuckAfter }
}

/** From each question for reasons that nobody was answering yet until the next answer. */
function reasonTimes(acts: Act, days: NumberedDays): [number, number | undefined][] {
  const times: [number, number | undefined][] = []
  const questions = acts['reasons-asked'].map(({ on }) => days.numberOf(on)).sort((a, b) => a - b)
  const answers = acts['reasons-given'].map(({ on }) => days.numberOf(on)).sort((a, b) => a - b)
  for (let first = questions.shift(); first !== undefined; first = questions.shift()) {
    const answer = answers.shift()
    times.push([first, answer])
    while (questions[0] !== undefined && questions[0] < (answer ?? Infinity)) questions.shift()
  }
  return times
}

/** A new count, gone through day by day as if nobody waited, to the end of the term or to a stop without an end. */
function begin(walk: Walk, start: number, startedBy: NonNullable<CaseClock['startedBy']>): void {
  const { edition, days, acts } = walk
  const count: Count = { start, startedBy, rows: [], isExtended: false }
  const isFirst = walk.counts.length === 0
  const isOwn = (on: string) => isFirst || days.numberOf(on) >= start
  let target = edition.reply.term.days
  let used = 0
  for (let today = start + 1; today <= Math.max(walk.stuckAfter, start) && count.termDue === undefined; today++) {
    const row = rowOf(walk, today)
    count.rows.push(row)
    if (!row.counted) continue
    used++
    if (used === edition.reply.term.days) {
      count.baseDue = today
      count.isExtended = acts.extended.some(({ decidedOn, toldOn }) => isOwn(decidedOn) && days.numberOf(toldOn) <= today)
      if (count.isExtended) target += edition.extension.term.days
    }
    if (used === target) count.termDue = today
  }
  // Where the base never ends, an extension is never too late.
  count.isExtended ||= count.baseDue === undefined && acts.extended.some(({ decidedOn }) => isOwn(decidedOn))
  walk.counts.push(count)
}

function rowOf({ days, stops }: Walk, today: number): CaseDay {
  const { on, isWorked, kind } = days.dayAt(today)
  const by = stops.get(today)
  if (!isWorked || by === undefined) return { on, counted: isWorked, why: kind }
  const row: CaseDay = { on, counted: false, why: 'paused' }
  const consultations = by.filter((name) => name !== reasons)
  if (consultations.length > 0) row.consultations = consultations
  if (by.includes(reasons)) row.forReasons = true
  return row
}

/** What happens on one day, in this order: what was awaited comes; questions and what answers them at once; bills likewise; the rest. */
function spendDay(walk: Walk, today: number): void {
  const { acts, days } = walk
  const isToday = (on: string) => days.numberOf(on) === today
  const supplements = acts.supplemented.filter(({ on }) => isToday(on)).length
  const isPaid = acts['fee-paid'].some(({ on }) => isToday(on))
  const isBilledToday = acts['fee-noticed'].some(({ sentOn }) => isToday(sentOn))
  let left = supplements
  if (left > 0 && walk.asked.length > 0) left -= supplement(walk, today)
  if (isPaid && !isBilledToday) pay(walk, today)
  for (const question of acts['clarification-asked']) if (isToday(question.on)) ask(walk, today, question)
  if (left > 0) supplement(walk, today)
  if (isBilledToday) bill(walk, today)
  if (isPaid && isBilledToday) pay(walk, today)
  for (const { toldOn, dueOn } of acts['date-set']) if (isToday(toldOn)) setDate(walk, today, days.numberOf(dueOn))
}

function ask(walk: Walk, today: number, question: Of<'clarification-asked'>): void {
  walk.asked.push(question)
  const isOverdue = isOver(now(walk), today)
  const isSlow = walk.clarifyBy !== undefined && today > walk.clarifyBy
  if (isOverdue || isSlow) walk.breaches.add('clarification-late')
  if (isOverdue || (isSlow && !walk.choices.lateClarificationRestarts)) return
  walk.isQuestionOpen = true
  now(walk).waitFrom ??= today
}

function supplement(walk: Walk, today: number): number {
  if (walk.asked.every(({ answerBy }) => walk.days.numberOf(answerBy) < today)) walk.breaches.add('supplemented-late')
  walk.asked = []
  if (walk.isQuestionOpen) {
    walk.isQuestionOpen = false
    startAnew(walk, today, 'supplemented')
  }
  return 1
}

function bill(walk: Walk, today: number): void {
  if (isOver(now(walk), today)) {
    walk.breaches.add('fee-notice-late')
    return
  }
  walk.isBillOpen = true
  now(walk).waitFrom ??= today
}

function pay(walk: Walk, today: number): void {
  if (today > (payBy(walk) ?? Infinity)) walk.breaches.add('paid-late')
  if (!walk.isBillOpen) return
  walk.isBillOpen = false
  startAnew(walk, today, 'fee-paid')
}

function payBy({ acts, edition, days }: Walk): number | undefined {
  const receivedOn = acts['fee-noticed'][0]?.receivedOn
  if (receivedOn === undefined || edition.fee === undefined) return undefined
  return workedDaysOn(days, days.numberOf(receivedOn), edition.fee.payment.term.days)
}

function startAnew(walk: Walk, today: number, by: 'supplemented' | 'fee-paid'): void {
  begin(walk, today, by)
  if (walk.isQuestionOpen || walk.isBillOpen) now(walk).waitFrom = today
}

function setDate(walk: Walk, today: number, due: number): void {
  const count = now(walk)
  const isAwaiting = count.waitFrom !== undefined && count.waitFrom < today
  if (due <= today || (!isAwaiting && due <= (count.termDue ?? -Infinity))) walk.isDateWrong = true
  if (today <= (count.termDue ?? Infinity)) count.setOn = due
  else if (!((count.waitFrom ?? Infinity) <= (count.termDue ?? Infinity))) walk.breaches.add('date-set-late')
}

function now({ counts }: Walk): Count {
  const count = counts.at(-1)
  if (count === undefined) throw new Error('no count has begun')
  return count
}

/** The due day is behind, and nobody was awaited when it came. */
function isOver({ start, setOn, termDue, waitFrom = Infinity }: Count, today: number): boolean {
  if (start === undefined) return false
  const due = setOn ?? termDue ?? Infinity
  return today > due && waitFrom > due
}

function judgeExtension({ acts, counts, days, breaches }: Walk): void {
  for (const { decidedOn, toldOn } of acts.extended) {
    const own = counts.filter(({ start = -1 }, index) => index === 0 || start <= days.numberOf(decidedOn)).at(-1)
    const due = own?.baseDue ?? Infinity
    if (own && days.numberOf(toldOn) > due && !((own.waitFrom ?? Infinity) <= due)) breaches.add('extension-late')
  }
}

function tell(walk: Walk): SimulatedCase {
  const { acts, days, edition } = walk
  if (walk.isDateWrong) return { state: 'unconfirmed', isProvisional: false, days: [], faults: ['date-not-later'], breaches: [] }
  judgeExtension(walk)
  const count = now(walk)
  const isWaiting = walk.isQuestionOpen || walk.isBillOpen
  const isCounted = count.start !== undefined && !isWaiting
  const isSet = isCounted && count.setOn !== undefined
  const due = isCounted ? (count.setOn ?? count.termDue) : undefined
  const repliedOn = acts.replied[0]?.on
  const endedOn = repliedOn ?? acts.closed[0]?.on
  const isInTime = repliedOn === undefined ? undefined : days.numberOf(repliedOn) <= (due ?? Infinity)
  if (isInTime === false) walk.breaches.add('replied-late')
  const named = (number: number | undefined) => (number === undefined ? undefined : days.dayAt(number).on)
  const received = edition.receipt[acts.received[0]!.channel]
  const first = walk.counts[0]
  const supplementBy = walk.asked
    .map(({ answerBy }) => answerBy)
    .sort()
    .at(-1)
  const rows = isCounted && !isSet ? count.rows : []
  return {
    state: endedOn ? (repliedOn ? 'replied' : 'closed') : stateOf(walk, count),
    receivedOn: named(first?.start),
    receivedBy: first?.start === undefined ? undefined : received.rule,
    startOn: named(count.start),
    startedBy: count.startedBy,
    clarifyBy: named(walk.clarifyBy),
    supplementBy: walk.isQuestionOpen && !endedOn ? supplementBy : undefined,
    payBy: walk.isBillOpen && !endedOn ? named(payBy(walk)) : undefined,
    baseDueOn: isCounted ? named(count.baseDue) : undefined,
    dueOn: named(due),
    dueBy: due === undefined ? undefined : isSet ? 'set-date' : count.isExtended ? 'extension' : 'term',
    termDays: isCounted && !isSet ? edition.reply.term.days + (count.isExtended ? edition.extension.term.days : 0) : undefined,
    isProvisional: rows.some(({ on }) => isUnannounced(walk, days.numberOf(on))) || (!endedOn && isPaymentGuessed(walk)),
    ...{ days: rows, faults: [], breaches: [...walk.breaches].sort(), endedOn, isInTime },
  }
}

function stateOf(walk: Walk, count: Count): CaseClock['state'] {
  if (walk.isQuestionOpen) return 'awaiting-supplement'
  if (walk.isBillOpen) return 'awaiting-payment'
  return count.start === undefined ? 'unconfirmed' : 'running'
}

function isPaymentGuessed(walk: Walk): boolean {
  const receivedOn = walk.acts['fee-noticed'][0]?.receivedOn
  const until = payBy(walk)
  if (!walk.isBillOpen || receivedOn === undefined || until === undefined) return false
  for (let today = walk.days.numberOf(receivedOn) + 1; today <= until; today++) if (isUnannounced(walk, today)) return true
  return false
}

function isUnannounced({ days }: Walk, today: number): boolean {
  return !days.dayAt(today).isAnnounced
}
