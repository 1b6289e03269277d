import type { Site } from '../../../platform/site.ts'
import { security } from '../load-security.ts'
import { afterFailure, type BrakeRules, secondsToWait } from './brake.ts'
import { lockBrakes, saveBrake } from './queries.ts'

/** A brake by its name and the rules it follows. */
export interface Lane {
  name: string
  kind: keyof typeof security.brakes
}

/** Books a try as a failure under each of these brakes, unless one of them still waits; answers how many seconds that is. */
export async function bookTry(site: Site, lanes: readonly Lane[]): Promise<number> {
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

function rulesOf(lane: Lane): BrakeRules {
  return security.brakes[lane.kind]
}
