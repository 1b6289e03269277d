import type { Site } from '../../../platform/site.ts'
import { security } from '../load-security.ts'
import { afterFailure, type BrakeRules, secondsToWait } from './brake.ts'
import { forgiveBrake, lockBrakes, saveBrake } from './queries.ts'

/** A brake by its name and the rules it follows. */
export interface Lane {
  name: string
  kind: keyof typeof security.brakes
}

export type Trial<T> = { outcome: 'right'; value: T } | { outcome: 'wrong' } | { outcome: 'wait'; seconds: number }

/**
 * Lets a secret be tried under brakes. The try is booked as a failure before anything is computed, so that a thousand tries at once
 * are a thousand failures; a right one takes its booking back and clears every brake but that of the address, from which others may
 * be guessing. `check` answers undefined for a wrong secret.
 */
export async function trySecret<T>(site: Site, lanes: readonly Lane[], check: () => Promise<T | undefined>): Promise<Trial<T>> {
  const seconds = await book(site, lanes)
  if (seconds > 0) return { outcome: 'wait', seconds }
  const value = await check()
  if (value === undefined) return { outcome: 'wrong' }
  await release(site, lanes)
  return { outcome: 'right', value }
}

async function book(site: Site, lanes: readonly Lane[]): Promise<number> {
  const now = site.now()
  return site.database.transaction(async (db) => {
    const names = lanes.map((lane) => lane.name)
    const brakes = await lockBrakes(db, names, now)
    const seconds = Math.max(...lanes.map((lane) => secondsToWait(brakes.get(lane.name), now, rulesOf(lane))))
    if (seconds > 0) return seconds
    for (const lane of lanes) await saveBrake(db, lane.name, afterFailure(brakes.get(lane.name), now, rulesOf(lane)))
    return 0
  })
}

async function release(site: Site, lanes: readonly Lane[]): Promise<void> {
  await site.database.transaction(async (db) => {
    await lockBrakes(
      db,
      lanes.map((lane) => lane.name),
      site.now(),
    )
    for (const lane of lanes) {
      if (lane.kind === 'address') await forgiveBrake(db, lane.name)
      else await saveBrake(db, lane.name, { failures: 0, failedAt: site.now() })
    }
  })
}

function rulesOf(lane: Lane): BrakeRules {
  return security.brakes[lane.kind]
}
