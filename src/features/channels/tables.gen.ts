// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'channels.carrier': {
    id: Generated<number>
    code: string
    unit_id: number
    kind: string
    name_zh: string
    name_en: string
    place_zh: Generated<string>
    place_en: Generated<string>
    web: Generated<string>
    kind_said: Generated<string>
    rhythm: string
    keeper_id: number | null
    category_id: number | null
    photo: Generated<string>
    since_on: string
    until_on: string | null
    version: Generated<number>
  }
  'channels.issue': {
    id: Generated<number>
    carrier_id: number
    year: number
    number: number
    dated_on: string
    published_at: Date | null
    version: Generated<number>
  }
  'channels.issue_item': {
    issue_id: number
    position: number
    section: string
    document_id: number
    version: number | null
  }
  'channels.posting': {
    id: Generated<number>
    carrier_id: number
    document_id: number
    version: number
    posted_at: Date
    issue: Generated<string>
    page: Generated<string>
    note: Generated<string>
    early_reason: Generated<string>
    proof: Generated<string>
    proof_type: Generated<string>
    is_open_proof: Generated<boolean>
    posted_by: number | null
    recorded_at: Date
    taken_down_on: string | null
    taken_down_by: number | null
    form_key: Generated<string>
  }
}
