// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'subscriptions.follow': {
    id: Generated<number>
    follower_id: number
    kind: string
    target: string
    frequency: string
    asked_at: Date
    confirmed_at: Date | null
    after_change: Generated<number>
  }
  'subscriptions.follower': {
    id: Generated<number>
    address: string
    language: string
    since_at: Date
    seen_at: Date
    reminded_at: Date | null
    asked_on: string
    asked_count: Generated<number>
    digest_on: string | null
    weekly_on: string | null
  }
  'subscriptions.link': {
    token_hash: string
    follower_id: number
    follow_id: number | null
    made_at: Date
  }
  'subscriptions.notice': {
    follower_id: number
    change_id: number
    frequency: string
    told_at: Date | null
  }
  'subscriptions.progress': {
    id: Generated<number>
    change_id: number
  }
}
