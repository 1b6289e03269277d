import type { JobHandler } from '../../platform/jobs/index.ts'
import type { Site } from '../../platform/site.ts'
import { measureDuties } from './runs/measure-duties.ts'
import { findLastRun } from './runs/queries.ts'

/** Who measures when asked, and who measures in the first hour of a day that has not been measured yet. */
export function jobHandlers(site: Site): Record<string, JobHandler> {
  return {
    'supervision.measure': async ({ askedBy }: { askedBy: string }) => void (await measureDuties(site, askedBy)),
    'supervision.measure-nightly': async () => {
      const last = await findLastRun(site.database.read)
      if (last === undefined || last.measuredOn < site.today()) await measureDuties(site, 'system')
    },
  }
}
