import { openCounter } from '../features/applications/index.ts'
import { listUnits } from '../features/organisations/index.ts'
import type { Stage } from './stage.ts'

/** Kinds of units that take applications in the demo city. */
const taking: readonly string[] = ['city', 'department', 'town']

/** Every so many units one promises an answer sooner than the statute asks. */
const promising = { every: 5, workingDays: 15 }

/** Opens the counters: every department and town, and the city itself, takes applications from the day the system is taken into use. */
export async function openCounters({ site }: Stage): Promise<void> {
  const units = (await listUnits(site.database.read)).filter(({ kind, untilOn }) => taking.includes(kind) && untilOn === undefined)
  for (const [nth, unit] of units.entries()) {
    await openCounter(site, unit.id, nth % promising.every === 1 ? promising.workingDays : undefined)
  }
}
