import type { Role } from '../kernel/policy.ts'
import type { Site } from '../platform/site.ts'
import type { Officer } from '../features/publishing/index.ts'
import type { PlannedCase } from './plan-cases.ts'
import type { DemoApplications } from './read-applications.ts'

/** One case on one day of the play. */
export interface Scene {
  /** Its today is the day of the step, also where that lies before the system was taken into use. */
  site: Site
  pack: DemoApplications
  planned: PlannedCase
  /** Filled when the request was received, and when its letter was written. */
  opened: { ref: string; id: number; letterId?: number }
  /** Who holds a role in the unit of the case. */
  holder(role: Role): Promise<Officer>
  unitId(code: string): number
}
