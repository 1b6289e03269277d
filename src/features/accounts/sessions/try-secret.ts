import type { Site } from '../../../platform/site.ts'
import { bookTry, type Lane } from './book-try.ts'
import { forgiveBrake, lockBrakes, saveBrake } from './queries.ts'

export type Trial<T> = { outcome: 'right'; value: T } | { outcome: 'wrong' } | { outcome: 'wait'; seconds: number }

/**
 * Lets a secret be tried under brakes. The try is booked as a failure before anything is computed, so that a thousand tries at once
 * are a thousand failures; a right one takes its booking back and clears every brake but that of the address, from which others may
 * be guessing. `check` answers undefined for a wrong secret.
 */
export async function trySecret<T>(site: Site, lanes: readonly Lane[], check: () => Promise<T | undefined>): Promise<Trial<T>> {
  const seconds = await bookTry(site, lanes)
  if (seconds > 0) return { outcome: 'wait', seconds }
  const value = await check()
  if (value === undefined) return { outcome: 'wrong' }
  await release(site, lanes)
  return { outcome: 'right', value }
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
