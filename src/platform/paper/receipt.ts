import type { Day } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/translate.ts'
import type { DayTableLabels, PaperDay, StripLabels } from './days.ts'

/** What an applicant takes home. It names neither the applicant nor what was asked: a stranger may find it. All words are the caller's. */
export interface Receipt {
  language: Lang
  at: Date
  title: string
  unit: string
  number: string
  /** The secret query code in groups that a person can copy. */
  codeGroups: readonly string[]
  receivedOn: Day
  /** The rule that set the day of receipt, with its provision. */
  receivedBy: string
  dueOn: Day
  /** The length of the term, with its provision. */
  dueBy: string
  /** Why the due day may still move; '' when it is firm. */
  provisional: string
  /** From the day after receipt up to the due day, as the clock counts them; a strip of more than 140 is not drawn, only its table. */
  days: readonly PaperDay[]
  /** How it is counted, in one sentence. */
  counted: string
  /** Where to follow; drawn as a code too. It must not carry the query code. */
  address: string
  /** How to follow, in a sentence or two. */
  follow: string
  next: readonly string[]
  /** True adds the table of days on a page of its own. */
  hasDayTable: boolean
  labels: ReceiptLabels
}

export interface ReceiptLabels extends StripLabels {
  number: string
  code: string
  /** What the code is good for, and that it is shown once. */
  keep: string
  received: string
  due: string
  counted: string
  follow: string
  next: string
  /** For whoever cannot see the code of the address. */
  codeSays: string
  /** `#` is the page and `%` all of them. */
  pages: string
  table: DayTableLabels
}

/** The days of a clock, alone on paper. */
export interface DayTable {
  language: Lang
  at: Date
  /** Whose clock it is: a unit, a case number. */
  about: string
  /** How it is counted, in one sentence. */
  counted: string
  dueOn: Day
  days: readonly PaperDay[]
  labels: StripLabels & { pages: string; table: DayTableLabels }
}
