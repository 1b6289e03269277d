import type { Day } from '../kernel/day.ts'
import type { StoredDuty } from '../features/catalogue/index.ts'
import type { Unit } from '../features/organisations/index.ts'
import type { DemoPublication } from './read-pack.ts'
import type { Stage } from './stage.ts'

/** What the play knows of the city it is set in. */
export interface Setting {
  stage: Stage
  today: Day
  units: Map<string, Unit>
  duties: Map<string, StoredDuty>
  /** What has been begun, by the key of its publication. */
  begun: Map<string, Running>
}

/** A publication of the play on its way: its document once it is begun, and whose hands it has been through. */
export interface Running {
  publication: DemoPublication
  documentId?: number
  hands?: number[]
}
