import { caseClock, editionOn } from '../../../kernel/case/index.ts'
import type { CaseClock } from '../../../kernel/case/clock.ts'
import type { CaseEdition } from '../../../kernel/case/edition.ts'
import type { CaseEvent } from '../../../kernel/case/event.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Site } from '../../../platform/site.ts'
import { clockEvents, type StoredEvent } from './application.ts'

/** A clock with the edition that governs it, and the same by the unit's own stricter promise where it made one. */
export interface RunningClock {
  edition: CaseEdition
  clock: CaseClock
  promisedOn?: Day
}

/** Runs the clock of a case from its events. `promiseDays`: the unit's own promise in working days, which never takes the statute's place. */
export function readClock(site: Pick<Site, 'pack' | 'calendar'>, events: readonly StoredEvent[], promiseDays?: number): RunningClock {
  return runEvents(site, clockEvents(events), promiseDays)
}

/** The same from the events of the clock alone. */
export function runEvents(site: Pick<Site, 'pack' | 'calendar'>, events: readonly CaseEvent[], promiseDays?: number): RunningClock {
  const { editions, choices } = site.pack
  const day = receiptDay(events)
  const edition = editionOn(editions, day)
  if (edition === undefined) throw new Error(`no edition of the regulations on ${day}`)
  const run = (rules: CaseEdition): CaseClock => caseClock(rules, events, site.calendar, choices)
  const clock = run(edition)
  if (promiseDays === undefined) return { edition, clock }
  const promise: CaseEdition = { ...edition, reply: { ...edition.reply, term: { days: promiseDays, count: 'working' } } }
  return { edition, clock, promisedOn: run(promise).baseDueOn }
}

/** The day that decides about the edition: of receipt, or of arrival while the receipt is not confirmed. */
function receiptDay(events: readonly CaseEvent[]): Day {
  const received = events.find((event) => event.kind === 'received')
  if (received?.kind !== 'received') throw new Error('a case that nobody received')
  return received.confirmedOn ?? received.arrivedOn
}
