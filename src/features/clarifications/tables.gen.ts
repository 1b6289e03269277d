// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'clarifications.rumour': {
    id: Generated<number>
    unit_id: number
    state: string
    claim: string
    seen_at_place: string
    reporter: Generated<string>
    is_major: Generated<boolean>
    verdict: string | null
    finding: Generated<string>
    document_id: number | null
    briefed_at: Date | null
    close_reason: Generated<string>
    reported_at: Date
    registered_by: number
    registered_at: Date
    form_key: string | null
  }
  'clarifications.step': {
    id: Generated<number>
    rumour_id: number
    move: string
    words: Generated<string>
    by_id: number
    at: Date
  }
}
