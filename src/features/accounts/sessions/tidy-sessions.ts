import type { Site } from '../../../platform/site.ts'
import { security } from '../load-security.ts'
import { devicesSince } from './start-session.ts'
import { removeStale } from './queries.ts'

/** Removes brakes, halves of sign-ins, sessions and devices that can no longer decide anything. Every night; answers how many rows. */
export async function tidySessions(site: Site): Promise<number> {
  const { keepDays } = security
  const ago = (days: number): Date => new Date(site.now().getTime() - days * 86_400_000)
  return site.database.transaction((db) =>
    removeStale(db, {
      brakes: ago(keepDays.brakes),
      halves: ago(keepDays.brakes),
      sessions: ago(keepDays.sessions),
      devices: devicesSince(site.now()),
    }),
  )
}
