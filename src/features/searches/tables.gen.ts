// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'searches.asked_day': {
    words: string
    asked_on: string
    times: number
  }
  'searches.missed': {
    id: Generated<number>
    hash: string
    words: string | null
    decision: string | null
    link: Generated<string>
    reason: Generated<string>
    decided_on: string | null
    version: Generated<number>
  }
  'searches.missed_day': {
    missed_id: number
    asked_on: string
    times: number
  }
  'searches.saved': {
    id: Generated<number>
    person_id: number
    name: string
    question: string
    looked_at: Date
  }
  'searches.seasoning': {
    salt: string
  }
  'searches.synonym_group': {
    id: Generated<number>
    words: string[]
    version: Generated<number>
  }
}
