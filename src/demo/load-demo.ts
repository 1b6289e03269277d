import { dayOf, type Day } from '../kernel/day.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { saveCity } from '../platform/city/queries.ts'
import type { Site } from '../platform/site.ts'
import { foundCity } from './found-city.ts'
import { playPublications } from './play-publications.ts'
import { readDemoPack } from './read-pack.ts'

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

/**
 * Plays the demo city into an empty database: founds it some twenty months before today, then lets every act of its people happen in
 * order, through the same acts that real people use. The same day gives the same city.
 */
export async function loadDemo(site: Site, say: (line: string) => void): Promise<void> {
  const pack = readDemoPack()
  const today = site.today()
  const stage = stageFor(site)
  await site.database.transaction(async (db) => {
    await saveCity(db, pack.city)
  })
  const started = Date.now()
  const posts = await foundCity(stage, pack, today)
  say(`  ${pack.units.length} units, ${pack.people.length} people, ${pack.catalogue.duties.length} duties`)
  const count = await playPublications(stage, pack, today, posts)
  say(`  ${count} documents, in ${Math.round((Date.now() - started) / 1000)} s`)
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

function stageFor(site: Site): Stage {
  let reached = new Date(0)
  return {
    site: { ...site, now: () => reached, today: () => dayOf(reached) },
    moveTo(at) {
      if (at > reached) reached = at
    },
  }
}
