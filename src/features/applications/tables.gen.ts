// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'applications.application': {
    id: Generated<number>
    ref: Generated<string>
    unit_id: number
    year: number
    serial: number
    number: string
    edition: string
    kind: Generated<string>
    channel: string
    language: Generated<string>
    applicant_kind: string
    sealed: Buffer | null
    sealed_hash: Buffer | null
    masked_name: Generated<string>
    masked_contact: Generated<string>
    id_hash: Buffer | null
    person_hash: Buffer | null
    is_mailed: Generated<boolean>
    erased_on: string | null
    wanted: string
    document_hint: Generated<string>
    reason: Generated<string>
    form_wanted: string
    way_wanted: string
    arrived_on: string
    confirmed_on: string | null
    typed_at: Date
    typed_by: number | null
    form_key: string
    form_hash: string
    code_hash: string
    state: string
    received_on: string | null
    base_due_on: string | null
    due_on: string | null
    is_provisional: Generated<boolean>
    promised_on: string | null
    waits_until: string | null
    ended_on: string | null
    is_in_time: boolean | null
    leaf: Generated<string>
    handler_id: number | null
    handled_in: number | null
    inner_due_on: string | null
    version: Generated<number>
  }
  'applications.candidate': {
    id: Generated<number>
    unit_id: number
    sealed: Buffer | null
    sha256: string
    size_bytes: number
    masked_from: Generated<string>
    is_automatic: Generated<boolean>
    arrived_at: Date
    state: Generated<string>
    application_id: number | null
    reason: Generated<string>
    decided_by: number | null
  }
  'applications.challenge': {
    id: Generated<number>
    application_id: number
    kind: string
    body: string
    number: Generated<string>
    filed_on: string
    accepted_on: string | null
    due_on: string | null
    decided_on: string | null
    result: Generated<string>
    consequence: Generated<string>
    renewed_by: number | null
    follows: number | null
    form_key: string
  }
  'applications.consultation': {
    id: Generated<number>
    application_id: number
    party: string
    sealed: Buffer | null
    masked_name: Generated<string>
    unit_id: number | null
    asked: string
    answer: Generated<string>
    answer_words: Generated<string>
    is_founded: boolean | null
    override: Generated<string>
    override_told_on: string | null
    form_key: string
  }
  'applications.counter': {
    unit_id: number
    promise_days: number | null
    mailbox: Buffer | null
    mailbox_at: Generated<unknown>
    since_on: string
  }
  'applications.errand': {
    id: Generated<number>
    application_id: number
    unit_id: number
    asked: string
    due_on: string
    answered_at: Date | null
    answer: Generated<string>
    answered_by: number | null
    form_key: string
  }
  'applications.event': {
    id: Generated<number>
    application_id: number
    kind: string
    on_day: string
    fields: Generated<unknown>
    words: Generated<string>
    by_id: number | null
    at: Date
    form_key: string | null
  }
  'applications.fee': {
    id: Generated<number>
    application_id: number
    basis: string
    units: number
    before_units: Generated<number>
    amount_yuan: number
    how_to_pay: string
    paid_reference: Generated<string>
  }
  'applications.file': {
    id: Generated<number>
    application_id: number
    item_id: number | null
    role: string
    name: string
    media_type: string
    size_bytes: number
    sha256: string
    is_sealed: Generated<boolean>
    original_hash: Generated<string>
    look: unknown
    look_answer: Generated<string>
    added_by: number | null
    added_at: Date
    dropped_at: Date | null
  }
  'applications.item': {
    id: Generated<number>
    application_id: number
    position: number
    words: string
    leaf: Generated<string>
    ground: Generated<string>
    facts: Generated<string>
    harm: Generated<string>
    discretion: Generated<string>
    search: Generated<string>
    pointer: Generated<string>
    withheld: Generated<string[]>
  }
  'applications.letter': {
    id: Generated<number>
    application_id: number
    kind: string
    number: Generated<string>
    title: string
    body: string
    body_en: Generated<string>
    stage: string
    content_hash: string
    written_by: number
    written_at: Date
    signed_at: Date | null
    way: Generated<string>
    sent_on: string | null
    served_on: string | null
    tracking: Generated<string>
    version: Generated<number>
  }
  'applications.letter_step': {
    id: Generated<number>
    letter_id: number
    move: string
    post: Generated<string>
    person_id: number
    content_hash: string
    remark: Generated<string>
    at: Date
  }
  'applications.proposal': {
    application_id: number
    document_id: number
  }
  'applications.rating': {
    application_id: number
    grade: string
    words: Generated<string>
    at: Date
  }
  'applications.serial': {
    unit_id: number
    year: number
    last: number
  }
  'applications.warning': {
    application_id: number
    kind: string
    due_on: string
    person_id: number
    on_day: string
  }
}
