import type { Calendar } from '../calendar.ts'
import { compareDays, type Day } from '../day.ts'
import { workingDayAfter } from '../workday.ts'
import type { CasePause } from './clock.ts'
import type { CaseChoices, CaseEdition } from './edition.ts'
import { exchangesOf } from './exchange.ts'
import type { Reading } from './reading.ts'

/** One reason for which the clock stood still: the days after `after` up to and including `until`. */
export interface Stop {
  after: Day
  until?: Day
  /** Absent where the applicant's reasons were waited for. */
  consultation?: string
  isOpen: boolean
}

/**
 * Every stop of a case, each on its own, the earlier first; what stopped nothing is left out. A consultation ends with the answer, at the
 * latest at its limit, which runs from delivery; a letter of whose delivery nothing is known counts as delivered on the day it was sent.
 * Where the choice is that a pause begins on delivery, such a letter stops nothing.
 */
export function stopsOf(edition: CaseEdition, reading: Reading, calendar: Calendar, choices: CaseChoices): Stop[] {
  const stops: Stop[] = []
  for (const { consultation, with: party, on: sentOn } of reading['consultation-sent']) {
    const { pauses, answer } = edition.consultation[party]
    const deliveredOn = dayFor(reading['consultation-delivered'], consultation)
    const after = choices.pauseBegins === 'sent' ? sentOn : deliveredOn
    if (!pauses || after === undefined) continue
    const answeredOn = dayFor(reading['consultation-answered'], consultation)
    const limit = answer && workingDayAfter(calendar, deliveredOn ?? sentOn, answer.term.days)
    const until = limit === undefined || (answeredOn !== undefined && answeredOn < limit) ? answeredOn : limit
    if (until === undefined || until > after) stops.push({ after, until, consultation, isOpen: answeredOn === undefined })
  }
  if (choices.askingReasonsPauses && edition.maySetDate) stops.push(...stopsForReasons(reading))
  return stops.sort((a, b) => compareDays(a.after, b.after))
}

/** Stops as pauses: what overlaps is one pause, so that no day is counted twice. `stops` as `stopsOf` gives them. */
export function pausesOf(stops: readonly Stop[]): CasePause[] {
  const pauses: CasePause[] = []
  for (const stop of stops) {
    const last = pauses.at(-1)
    if (last === undefined || (last.until !== undefined && last.until <= stop.after)) pauses.push(pauseOf(stop))
    else pauses[pauses.length - 1] = joined(last, pauseOf(stop))
  }
  return pauses
}

function dayFor(events: readonly { consultation: string; on: Day }[], name: string): Day | undefined {
  return events.find(({ consultation }) => consultation === name)?.on
}

function stopsForReasons(reading: Reading): Stop[] {
  const { exchanges } = exchangesOf(reading['reasons-asked'], reading['reasons-given'])
  return exchanges.flatMap(({ questions: [first], answeredOn: until }) =>
    first !== undefined && first.on !== until ? [{ after: first.on, until, isOpen: until === undefined }] : [],
  )
}

function pauseOf({ after, until, consultation, isOpen }: Stop): CasePause {
  const cause = consultation === undefined ? { consultations: [], forReasons: true as const } : { consultations: [consultation] }
  return { after, ...(until === undefined ? {} : { until }), ...cause, isOpen }
}

function joined(a: CasePause, b: CasePause): CasePause {
  const until = a.until === undefined || b.until === undefined ? undefined : a.until > b.until ? a.until : b.until
  return {
    after: a.after,
    ...(until === undefined ? {} : { until }),
    consultations: [...a.consultations, ...b.consultations].sort(),
    isOpen: a.isOpen || b.isOpen,
    ...(a.forReasons || b.forReasons ? { forReasons: true as const } : {}),
  }
}
