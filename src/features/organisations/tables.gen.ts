// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'organisations.unit': {
    id: Generated<number>
    code: string
    kind: string
    level: string
    parent_id: number | null
    path: string
    organisation_code: string | null
    name_zh: string
    name_en: string
    short_zh: string
    short_en: string
    functions_zh: Generated<string>
    functions_en: Generated<string>
    address_zh: Generated<string>
    address_en: Generated<string>
    hours_zh: Generated<string>
    hours_en: Generated<string>
    telephone: Generated<string>
    fax: Generated<string>
    email: Generated<string>
    web: Generated<string>
    responsible_zh: Generated<string>
    responsible_en: Generated<string>
    contact_zh: Generated<string>
    contact_en: Generated<string>
    since_on: string
    until_on: string | null
    profile_on: string
    version: Generated<number>
  }
  'organisations.unit_event': {
    id: Generated<number>
    unit_id: number
    kind: string
    happened_on: string
    name_zh: Generated<string>
    name_en: Generated<string>
    into_id: number | null
    reason: Generated<string>
  }
}
