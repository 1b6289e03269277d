import type { Calendar } from '../calendar.ts'
import type { CaseDates, RunCase } from './clock.ts'
import { contradictionsOf } from './contradiction.ts'
import { countOf, datesOf, type Found } from './dates.ts'
import type { CaseChoices, CaseEdition } from './edition.ts'
import type { CaseEvent } from './event.ts'
import { type CaseFault, caseFaults } from './fault.ts'
import { dueOfLeg, judgeMoves, type Matter } from './leg.ts'
import { pausesOf, stopsOf } from './pause.ts'
import { readingOf } from './reading.ts'
import { replayOf } from './replay.ts'
import { receiptOf } from './receipt.ts'
import { tableOf } from './table.ts'

/**
 * The clock of a case: its dates, and the table that explains them day by day. The order of the events says nothing. Events that
 * contradict each other give `faults` and no dates; what came too late gives `breaches`, and the dates stand.
 */
export const caseClock: RunCase = (edition, events, calendar, choices) => {
  const found = reckon(edition, events, calendar, choices)
  if (!('legs' in found)) return { ...withoutDates(found), days: [] }
  const span = countOf(found)
  return { ...datesOf(found), days: span ? tableOf(span.after, span.until, found.stops, calendar) : [] }
}

/** The same dates without the table of days, for lists and for recounting many cases. */
export function caseDates(edition: CaseEdition, events: readonly CaseEvent[], calendar: Calendar, choices: CaseChoices): CaseDates {
  const found = reckon(edition, events, calendar, choices)
  return 'legs' in found ? datesOf(found) : withoutDates(found)
}

/** All that the dates of a case are read from, or what contradicts itself. */
function reckon(
  edition: CaseEdition,
  events: readonly CaseEvent[],
  calendar: Calendar,
  choices: CaseChoices,
): Found | readonly CaseFault[] {
  const reading = readingOf(events)
  const faults = contradictionsOf(edition, reading, events)
  const [received] = reading.received
  if (received === undefined || faults.length > 0) return faults
  const stops = stopsOf(edition, reading, calendar, choices)
  const matter: Matter = { edition, reading, calendar, choices, pauses: pausesOf(stops) }
  const receipt = receiptOf(edition, received)
  const { legs, waits, clarifyBy, breaches } = replayOf(receipt.on, matter)
  const moves = judgeMoves(legs, matter)
  if (moves.isDateNotLater) return ['date-not-later']
  const leg = legs.at(-1) ?? {}
  const due = waits.length > 0 ? { isExtended: false } : dueOfLeg(leg, legs.length === 1, matter)
  return {
    matter,
    received,
    receipt,
    legs,
    leg,
    waits,
    due,
    stops,
    clarifyBy,
    breaches: [...breaches, ...moves.breaches],
  }
}

function withoutDates(faults: readonly CaseFault[]): CaseDates {
  const found = caseFaults.filter((fault) => faults.includes(fault))
  return { state: 'unconfirmed', isProvisional: false, pauses: [], faults: found, breaches: [] }
}
