import type { Term } from '../../kernel/clock.ts'
import type { Day } from '../../kernel/day.ts'
import { termOn, type TermEdition } from '../../platform/pack.ts'
import type { Site } from '../../platform/site.ts'

/**
 * The statute's ceiling for proactive disclosure on a day: the term and the provision that is cited when a local rule is looser.
 * Which entry of the pack it is, the house rules say.
 */
export function findStatute(site: Site, day: Day): { term: Term; edition: TermEdition } {
  const edition = termOn(site.pack.terms, site.houseRules.statute, day)
  if (edition === undefined || !('days' in edition)) throw new Error(`the pack has no term ${site.houseRules.statute} in days on ${day}`)
  return { term: { days: edition.days, count: edition.count }, edition }
}
