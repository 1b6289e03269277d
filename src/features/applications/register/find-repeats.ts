import { addMonths } from '../../../kernel/day.ts'
import { bandsOf } from '../../../platform/search/bands.ts'
import type { Site } from '../../../platform/site.ts'
import { clockRules } from '../load-rules.ts'
import { listAsked, type AskedRequest } from './queries-repeats.ts'
import { repeatedRequests, subjectOf } from './repeat.ts'

/** What several people asked for within a year: it may have to become a duty (OGI-2019 art. 44). */
export interface Repeat {
  people: number
  requests: readonly AskedRequest[]
}

const monthsInYear = 12
const mostCompared = 5_000
const mostShown = 20

/** The subjects that repeat in some units, the most asked for first. Nearly equal texts count as the same; the newest are compared. */
export async function findRepeats(site: Site, unitIds: readonly number[]): Promise<Repeat[]> {
  const asked = await listAsked(site.database.read, unitIds, addMonths(site.today(), -monthsInYear), mostCompared)
  const byId = new Map(asked.map((one) => [one.id, one]))
  const compared = asked.map(({ id, person, wanted }) => ({ id, person, keys: keysOf(wanted) }))
  return repeatedRequests(compared, clockRules().repeatedRequests)
    .slice(0, mostShown)
    .map(({ people, ids }) => ({ people, requests: ids.flatMap((id) => byId.get(id) ?? []) }))
}

/** Texts that are long enough are compared by their words, shorter ones must say the same. */
function keysOf(wanted: string): (string | number)[] {
  const subject = subjectOf(wanted)
  if (subject === '') return []
  const bands = bandsOf(subject)
  return bands.length > 0 ? bands.map((band, at) => `${at}:${band}`) : [subject]
}
