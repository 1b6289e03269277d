import type { Loaders } from '../../platform/journal/index.ts'
import { listAllReasons } from './reasons/queries.ts'
import { reasonContent, reasonSubject } from './reasons/reason.ts'
import { listOfRun, listRuns } from './runs/queries.ts'
import { runContent, runSubject } from './runs/run.ts'

export type { DetectorName } from './detectors/shortfall.ts'
export type { Finding, FindingState } from './findings/finding.ts'
export { countOpenByUnit, listFindings, type FindingFilter, type ListedFinding } from './findings/queries.ts'
export { jobHandlers } from './jobs.ts'
export { decideReason } from './reasons/decide-reason.ts'
export { giveReason } from './reasons/give-reason.ts'
export { routes } from './routes.tsx'
export { measureDuties } from './runs/measure-duties.ts'

/** Every run with what it opened and closed, and every reason, as the record should know them. */
export const loaders: Loaders = {
  async *'supervision.run'(db) {
    for (const run of await listRuns(db)) {
      const { opened, closed } = await listOfRun(db, run.id)
      yield { subject: runSubject(run.id), content: runContent(run, opened, closed) }
    }
  },
  async *'supervision.reason'(db) {
    for (const reason of await listAllReasons(db)) yield { subject: reasonSubject(reason.id), content: reasonContent(reason) }
  },
}
