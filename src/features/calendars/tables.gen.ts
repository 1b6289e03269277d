// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'calendars.notice': {
    id: Generated<number>
    kind: string
    year: number
    number: string
    announced_on: string
    source: string
    region: Generated<string>
    basis: Generated<string>
    words: Generated<string>
    off_blocks: unknown
    worked_days: unknown
    doubts: unknown
    state: Generated<string>
    proposed_by: number
    proposed_at: Date
    decided_by: number | null
    decided_at: Date | null
    reason: Generated<string>
    sequence: number | null
    form_key: string | null
  }
}
