// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'accounts.brake': {
    name: string
    failures: number
    failed_at: Date
  }
  'accounts.device': {
    token_hash: string
    person_id: number
    seen_at: Date
  }
  'accounts.half_session': {
    token_hash: string
    person_id: number
    started_at: Date
  }
  'accounts.person': {
    id: Generated<number>
    login: string
    name_zh: string
    name_en: string
    email: Generated<string>
    password_hash: string
    password_at: Date
    password_is_temporary: Generated<boolean>
    totp_secret: string | null
    totp_pending: string | null
    totp_counter: Generated<number>
    created_at: Date
    disabled_at: Date | null
    is_demo: Generated<boolean>
  }
  'accounts.post': {
    id: Generated<number>
    person_id: number
    unit_id: number
    role: string
    since_on: string
    until_on: string | null
    stands_in_for: number | null
    reason: Generated<string>
  }
  'accounts.session': {
    id: Generated<number>
    token_hash: string
    form_token: string
    person_id: number
    started_at: Date
    seen_at: Date
    fresh_at: Date
    ended_at: Date | null
    agent: Generated<string>
  }
  'accounts.system': {
    id: Generated<number>
    name: string
    unit_id: number
    responsible_id: number
    scopes: string[]
    prefix: string
    secret_hash: string
    issued_at: Date
    issued_by: number
    expires_on: string
    revoked_at: Date | null
    last_used_on: string | null
  }
  'accounts.waiver': {
    id: Generated<number>
    unit_id: number
    reason: string
    since_on: string
    until_on: string
    granted_by: number
  }
}
