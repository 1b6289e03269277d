// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'platform.city': {
    id: Generated<number>
    name_zh: string
    name_en: string
    site_code: Generated<string>
  }
  'platform.migration': {
    name: string
    sha256: string
    at: Date
  }
}
