import { dayOf, type Day } from '../kernel/day.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { withLazyCommits } from '../platform/database/index.ts'
import type { Site } from '../platform/site.ts'

/** How long before today the demo city takes the system into use. */
export const monthsOfPast = 20

/** A moment of the demo city's past, and what happened then. */
export interface Moment {
  at: Date
  happens: () => Promise<void>
}

/** The site as the demo plays it: every act happens at the time the play has reached. */
export interface Stage {
  site: Site
  moveTo(at: Date): void
}

/** The value of an act that the demo expects to succeed. A refusal is a fault in the demo's data and names itself. */
export function mustSucceed<Value, Refusal>(outcome: Outcome<Value, Refusal>, what: string): Value {
  if (outcome.ok) return outcome.value
  throw new Error(`the demo city: ${what}: ${JSON.stringify(outcome.refusals)}`)
}

/** An instant on a civil day in Asia/Shanghai, so many minutes after midnight. */
export function momentOn(day: Day, minutes: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000)
}

/** A site whose clock stands where the play has reached; it never goes back, and never past the moment at which the play began. */
export function stageFor(site: Site): Stage {
  const latest = site.now()
  let reached = new Date(0)
  return {
    site: { ...site, database: withLazyCommits(site.database), now: () => reached, today: () => dayOf(reached) },
    moveTo(at) {
      const to = at < latest ? at : latest
      if (to > reached) reached = to
    },
  }
}
