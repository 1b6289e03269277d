// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'work.job': {
    id: Generated<number>
    name: string
    payload: unknown
    key: string | null
    run_at: Date | null
    attempts: Generated<number>
    again: Generated<boolean>
    leased_until: Date | null
    leased_by: string | null
    done_at: Date | null
    failed_at: Date | null
    last_error: string | null
    created_at: Date
  }
  'work.mail': {
    id: Generated<number>
    to_name: string
    to_address: string
    subject: string
    text: string
    state: string
    queued_at: Date
    sent_at: Date | null
    last_error: string | null
    reader: Generated<string>
    unsubscribe_url: Generated<string>
  }
}
