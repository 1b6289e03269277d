import type { Calendar } from '../calendar.ts'
import type { Day } from '../day.ts'
import type { CaseClock, CasePause } from './clock.ts'
import { dueAfter } from './due.ts'
import type { CaseChoices, CaseEdition } from './edition.ts'
import type { CaseBreach } from './fault.ts'
import type { Reading } from './reading.ts'

/** All that a count looks at. */
export interface Matter {
  edition: CaseEdition
  reading: Reading
  calendar: Calendar
  choices: CaseChoices
  pauses: readonly CasePause[]
}

/** One count of a case: from its receipt, or from what made the count begin anew, until it begins anew again. */
export interface Leg {
  /** Absent in the first leg while the day of receipt is not set. */
  startOn?: Day
  startedBy?: NonNullable<CaseClock['startedBy']>
  /** From this day the applicant is waited for, and nothing runs. */
  waitsFrom?: Day
}

/** Where a leg ends. `setOn` is a date of art. 35. */
export interface LegDue {
  baseDueOn?: Day
  /** With the extension, where it holds. */
  termDueOn?: Day
  setOn?: Day
  isExtended: boolean
}

/** An act belongs to the leg that runs on its day; the first leg takes all that comes before. */
export function isWithin(leg: Leg, on: Day, isFirst: boolean): boolean {
  return isFirst || leg.startOn === undefined || leg.startOn <= on
}

/**
 * The due day of a leg, as if nobody waited. An extension holds when it was decided and told by the due day without it (OGI-2019 art. 33);
 * a date of art. 35 when it was told by the due day.
 */
export function dueOfLeg(leg: Leg, isFirst: boolean, { edition, reading, calendar, pauses }: Matter): LegDue {
  if (leg.startOn === undefined) return { isExtended: false }
  const { reply, extension } = edition
  const baseDueOn = dueAfter(leg.startOn, reply.term.days, pauses, calendar)
  const [extended] = reading.extended
  const isExtended = extended !== undefined && isWithin(leg, extended.decidedOn, isFirst) && isBy(extended.toldOn, baseDueOn)
  const termDueOn = isExtended ? dueAfter(leg.startOn, reply.term.days + extension.term.days, pauses, calendar) : baseDueOn
  const [date] = reading['date-set']
  const setOn = date && isWithin(leg, date.toldOn, isFirst) && isBy(date.toldOn, termDueOn) ? date.dueOn : undefined
  return { baseDueOn, termDueOn, setOn, isExtended }
}

/** Breaches of the acts that would have moved a due day, each measured in the leg of its own day, and a date that is not later. */
export function judgeMoves(legs: readonly Leg[], matter: Matter): { breaches: CaseBreach[]; isDateNotLater: boolean } {
  const breaches: CaseBreach[] = []
  const [extended] = matter.reading.extended
  const [date] = matter.reading['date-set']
  if (extended) {
    const { leg, due } = legOn(legs, extended.decidedOn, matter)
    if (isTooLate(extended.toldOn, due.baseDueOn, leg)) breaches.push('extension-late')
  }
  if (date === undefined) return { breaches, isDateNotLater: false }
  const { leg, due } = legOn(legs, date.toldOn, matter)
  if (isTooLate(date.toldOn, due.termDueOn, leg)) breaches.push('date-set-late')
  const isWaiting = leg.waitsFrom !== undefined && leg.waitsFrom < date.toldOn
  const floor = isWaiting ? undefined : due.termDueOn
  return { breaches, isDateNotLater: date.dueOn <= date.toldOn || (floor !== undefined && date.dueOn <= floor) }
}

/** True for a day that is too late: nobody was waited for when the due day came, and it is over. */
export function isTooLate(on: Day, dueOn: Day | undefined, leg: Leg): boolean {
  return !isBy(on, dueOn) && !(leg.waitsFrom !== undefined && isBy(leg.waitsFrom, dueOn))
}

function legOn(legs: readonly Leg[], on: Day, matter: Matter): { leg: Leg; due: LegDue } {
  const at = Math.max(
    0,
    legs.findLastIndex((leg, index) => isWithin(leg, on, index === 0)),
  )
  const leg = legs[at] ?? {}
  return { leg, due: dueOfLeg(leg, at === 0, matter) }
}

function isBy(on: Day, dueOn: Day | undefined): boolean {
  return dueOn === undefined || on <= dueOn
}
