import type { Calendar } from '../calendar.ts'
import type { CountedDay } from '../clock.ts'
import type { Day } from '../day.ts'
import type { CaseBreach, CaseFault } from './fault.ts'
import type { CaseChoices, CaseEdition, ReceiptRule } from './edition.ts'
import type { CaseEvent } from './event.ts'

/** Where a case stands on its clock. `unconfirmed`: the day of receipt is not set yet, because nobody has reached the applicant. */
export type CaseState = 'unconfirmed' | 'running' | 'awaiting-supplement' | 'awaiting-payment' | 'replied' | 'closed'

/** A day of a case's clock; `consultations` name what paused it, `forReasons` that an excessive applicant was asked for reasons (art. 35). */
export interface CaseDay extends CountedDay {
  consultations?: readonly string[]
  forReasons?: true
}

/** The days after `after` up to and including `until` do not count. `isOpen`: the answer is not there yet, `until` is its limit. */
export interface CasePause {
  after: Day
  /** Absent: it stands until an answer comes, because the edition gives the one who was asked no limit. */
  until?: Day
  consultations: readonly string[]
  isOpen: boolean
  /** The applicant's reasons were waited for (art. 35), alone or besides the consultations. */
  forReasons?: true
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
  /** How many days the count has: the term, with its extension. Absent while nothing runs, and for a date of art. 35. */
  termDays?: number
  /** A day on the way to the due day, or to the last day to pay, lies in a year whose calendar is not announced. A date of art. 35 is firm. */
  isProvisional: boolean
  /**
   * From the day after `startOn` to the due day; as many are counted as `termDays`. Empty for a date of art. 35. Where a pause has no end
   * yet, the days until it began.
   */
  days: readonly CaseDay[]
  /** Those that touch the count that runs, or ran last; apart from each other, the earlier first. */
  pauses: readonly CasePause[]
  /** Contradictions in the events: such a list must not be saved, and has no dates. */
  faults: readonly CaseFault[]
  /** What the unit did too late or without a right; the dates stand all the same. */
  breaches: readonly CaseBreach[]
  /** The day of the reply or of the closing; and whether a reply came no later than the due day. */
  endedOn?: Day
  isInTime?: boolean
}

/** The dates of a case without the table of days: what lists and recounts need. */
export type CaseDates = Omit<CaseClock, 'days'>

/** Reads a case's dates out of its events. Refuses nothing: what contradicts itself is told in `faults`. */
export type RunCase = (edition: CaseEdition, events: readonly CaseEvent[], calendar: Calendar, choices: CaseChoices) => CaseClock
