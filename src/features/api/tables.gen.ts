// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'api.answer': {
    system_id: number
    key: string
    fingerprint: string
    status: number | null
    body: unknown
    location: string | null
    tag: string | null
    at: Date
  }
  'api.draft': {
    document_id: number
    system_id: number
    reference: Generated<string>
  }
}
