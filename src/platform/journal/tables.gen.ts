// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'journal.entry': {
    seq: number
    at: string
    actor: string
    act: string
    subject: string
    unit_id: number | null
    content_hash: string
    words_hash: string
    prev: string
    hash: string
  }
  'journal.entry_text': {
    seq: number
    salt: string
    reason: Generated<string>
    details: Generated<unknown>
  }
  'journal.head': {
    id: number
    seq: number
    at: string
    hash: string
  }
}
