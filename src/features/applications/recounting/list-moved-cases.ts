import type { Calendar } from '../../../kernel/calendar.ts'
import { caseDates, editionOn } from '../../../kernel/case/index.ts'
import type { CaseDates } from '../../../kernel/case/clock.ts'
import type { CaseEvent } from '../../../kernel/case/event.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Site } from '../../../platform/site.ts'
import { clockEvents, type ClockFact } from '../cases/application.ts'
import { listFactsOf } from '../cases/queries-events.ts'
import { listOpenCases, type OpenCase } from './queries.ts'

/** An open case whose due day is another under another calendar. */
export interface MovedCase {
  ref: string
  number: string
  unitId: number
  wasDueOn: Day
  dueOn: Day
  isProvisional: boolean
}

const atATime = 2000

/** Open cases with their events, a few thousand at a time: a million does not fit in memory. */
export async function* openCasesWithEvents(site: Site): AsyncIterable<{ one: OpenCase; events: ClockFact[] }[]> {
  for (let after = 0; ;) {
    const cases = await listOpenCases(site.database.read, after, atATime)
    if (cases.length === 0) return
    const events = await listFactsOf(
      site.database.read,
      cases.map(({ id }) => id),
    )
    yield cases.map((one) => ({ one, events: events.get(one.id) ?? [] }))
    after = cases.at(-1)?.id ?? after
  }
}

/** Open cases whose due day moves, or becomes certain, when `after` takes the place of `before`. Nothing is saved. */
export async function listMovedCases(site: Site, before: Calendar, after: Calendar): Promise<MovedCase[]> {
  const moved: MovedCase[] = []
  for await (const some of openCasesWithEvents(site)) {
    for (const { one, events } of some) {
      const facts = clockEvents(events)
      const [was, is] = [datesUnder(site, facts, before), datesUnder(site, facts, after)]
      if (was?.dueOn === undefined || is?.dueOn === undefined) continue
      if (was.dueOn === is.dueOn && was.isProvisional === is.isProvisional) continue
      const { ref, number, unitId } = one
      moved.push({ ref, number, unitId, wasDueOn: was.dueOn, dueOn: is.dueOn, isProvisional: is.isProvisional })
    }
  }
  return moved
}

/** The dates of a case under a calendar; undefined for events that contradict themselves, or belong to no edition. */
export function datesUnder(site: Pick<Site, 'pack'>, events: readonly CaseEvent[], calendar: Calendar): CaseDates | undefined {
  const received = events.find((event) => event.kind === 'received')
  const edition = received?.kind === 'received' ? editionOn(site.pack.editions, received.confirmedOn ?? received.arrivedOn) : undefined
  const dates = edition && caseDates(edition, events, calendar, site.pack.choices)
  return dates === undefined || dates.faults.length > 0 ? undefined : dates
}
