import type { Calendar } from '../calendar.ts'
import type { CountedDay } from '../clock.ts'
import type { Day } from '../day.ts'
import type { CaseBreach, CaseFault } from './fault.ts'
import type { CaseChoices, CaseEdition } from './edition.ts'
import type { CaseEvent } from './event.ts'

/** Where a case stands on its clock. `unconfirmed`: the day of receipt is not set yet, because nobody has reached the applicant. */
export type CaseState = 'unconfirmed' | 'running' | 'awaiting-supplement' | 'awaiting-payment' | 'replied' | 'closed'

/** The rule that set the day of receipt. */
export type ReceiptRule = 'handed-over' | 'signed-for' | 'confirmed' | 'arrived' | 'form-filled'

/** A day of a case's clock; `consultations` name what paused it. */
export interface CaseDay extends CountedDay {
  consultations?: readonly string[]
}

/** The days after `after` up to and including `until` do not count. `isOpen`: the answer is not there yet, `until` is its limit. */
export interface CasePause {
  after: Day
  /** Absent: it stands until an answer comes, because the edition gives the one who was asked no limit. */
  until?: Day
  consultations: readonly string[]
  isOpen: boolean
}

/** Everything that the events of a case say about its dates. The same for the same events, whatever their order. */
export interface CaseClock {
  state: CaseState
  /** The legal day of receipt, and the rule that set it. */
  receivedOn?: Day
  receivedBy?: ReceiptRule
  /** Day 0 of the count that runs (or ran last), and what set it. */
  startOn?: Day
  startedBy?: 'received' | 'supplemented' | 'fee-paid'
  /** The last day to ask for clarification; absent where the edition sets none. */
  clarifyBy?: Day
  /** The last day of the applicant, while the case waits for a supplement or a payment. */
  supplementBy?: Day
  payBy?: Day
  /** The due day without an extension and without a date of art. 35; absent while nothing runs. */
  baseDueOn?: Day
  /** The due day as it stands; absent while nothing runs, or a pause has no end yet. */
  dueOn?: Day
  dueBy?: 'term' | 'extension' | 'set-date'
  /** How many days the count has: the term, with its extension. */
  termDays?: number
  /** A day on the way, or the due day, lies in a year whose calendar is not announced. */
  isProvisional: boolean
  /** From the day after `startOn` to the due day; as many are counted as `termDays`. Empty for a date of art. 35. */
  days: readonly CaseDay[]
  pauses: readonly CasePause[]
  /** Contradictions in the events: such a list must not be saved. */
  faults: readonly CaseFault[]
  /** What the unit did too late or without a right; the dates stand all the same. */
  breaches: readonly CaseBreach[]
  /** The day of the reply or of the closing; and whether a reply came no later than the due day. */
  endedOn?: Day
  isInTime?: boolean
}

/** Reads a case's dates out of its events. Refuses nothing: what contradicts itself is told in `faults`. */
export type RunCase = (edition: CaseEdition, events: readonly CaseEvent[], calendar: Calendar, choices: CaseChoices) => CaseClock
