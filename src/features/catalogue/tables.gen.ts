// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'catalogue.answer': {
    id: Generated<number>
    edition_id: number
    unit_id: number
    kind: string
    words: Generated<string>
    given_on: string
  }
  'catalogue.category': {
    id: Generated<number>
    code: string
    parent_id: number | null
    path: string
    position: Generated<number>
    name_zh: string
    name_en: string
  }
  'catalogue.duty': {
    id: Generated<number>
    code: string
    category_id: number
    position: Generated<number>
    title_zh: string
    title_en: string
    elements_zh: Generated<string>
    elements_en: Generated<string>
    basis_zh: string
    basis_en: string
    rule: unknown
    channels: string[]
    audience: string
    mode: string
    levels: string[]
    is_required: Generated<boolean>
    genre: Generated<string>
    subject: Generated<string>
    guidance_zh: Generated<string>
    guidance_en: Generated<string>
    since_on: string
    until_on: string | null
    version: Generated<number>
    line_id: number | null
    edition_id: number | null
  }
  'catalogue.duty_unit': {
    duty_id: number
    unit_id: number
    since_on: string
  }
  'catalogue.edition': {
    id: Generated<number>
    line_id: number
    number: number
    takes_effect_on: string
    line: unknown
    ends: Generated<boolean>
    reason: string
    announced_on: string
  }
  'catalogue.material': {
    id: Generated<number>
    task_id: number
    words: string
    head_id: number | null
    head_at: Date | null
    leader_id: number | null
    leader_at: Date | null
    handed_at: Date | null
    version: Generated<number>
  }
  'catalogue.standing': {
    id: Generated<number>
    duty_id: number
    unit_id: number
    index_number: string
    down_on: string | null
  }
  'catalogue.task': {
    id: Generated<number>
    duty_id: number
    unit_id: number
    period: string
    matter: Generated<string>
    formed_on: string | null
    opens_on: string
    due_on: string
    is_provisional: Generated<boolean>
    fulfilled_on: string | null
    fulfilled_by: string | null
    created_at: Date
  }
  'catalogue.template': {
    id: Generated<number>
    code: string
    unit_id: number
    name_zh: string
    name_en: string
    issuer_zh: string
    issuer_en: string
    kinds: string[]
    levels: Generated<string[]>
  }
  'catalogue.template_line': {
    id: Generated<number>
    template_id: number
    code: string
  }
}
