// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'publishing.agreement': {
    id: Generated<number>
    document_id: number
    unit_id: number
    kind: string
    reason: Generated<string>
    asked_by: number
    asked_at: Date
    taken_back_at: Date | null
    task_id: number | null
  }
  'publishing.agreement_answer': {
    id: Generated<number>
    agreement_id: number
    kind: string
    words: Generated<string>
    seen_hash: string
    by_id: number
    at: Date
  }
  'publishing.answer': {
    document_id: number
    check_name: string
    passage_hash: string
    words: string
    by_id: number
    at: Date
  }
  'publishing.co_issuer': {
    document_id: number
    unit_id: number
    unit_path: string
  }
  'publishing.document': {
    id: Generated<number>
    index_number: string
    unit_id: number
    duty_id: number | null
    task_id: number | null
    stage: string
    standing: string
    current_version: number
    published_version: number | null
    published_at: Date | null
    replaced_by: number | null
    change_kind: string | null
    change_reason: Generated<string>
    created_by: number
    created_at: Date
    form_key: string | null
    release_at: Date | null
    change_is_minor: Generated<boolean>
    change_hides_earlier: Generated<boolean>
    is_for_staff: Generated<boolean>
  }
  'publishing.duty_count': {
    duty_id: number
    documents: number
  }
  'publishing.emergency': {
    id: Generated<number>
    document_id: number
    version: number
    kind: string
    reason: string
    authors: number[]
    by_id: number
    at: Date
    due_on: string
    outcome: string | null
    opinion: Generated<string>
    reviewed_by: number | null
    reviewed_at: Date | null
  }
  'publishing.file': {
    id: Generated<number>
    document_id: number
    name: string
    media_type: string
    size_bytes: number
    sha256: string
    added_by: number
    added_at: Date
    removed_at: Date | null
    removed_by: number | null
    is_public: Generated<boolean>
    cleaned_from: number | null
  }
  'publishing.file_finding': {
    file_id: number
    position: number
    check_name: string
    because: Generated<string>
    found: number
    spots: Generated<unknown>
    params: Generated<unknown>
  }
  'publishing.file_text': {
    file_id: number
    state: string
    because: Generated<string>
    text: Generated<string>
    read_at: Date
  }
  'publishing.import_batch': {
    id: Generated<number>
    unit_id: number
    source: string
    begun_by: number
    begun_at: Date
    decision: string | null
    decided_by: number | null
    decided_at: Date | null
  }
  'publishing.index_counter': {
    scope: string
    last: number
  }
  'publishing.listed': {
    scope: string
    published_on: string
    document_id: number
  }
  'publishing.old_page': {
    document_id: number
    batch_id: number
    address: string
    site_name: Generated<string>
    column_name: Generated<string>
    published_on: string
    is_clean: boolean
    is_mapped: boolean
  }
  'publishing.public_change': {
    id: Generated<number>
    document_id: number
    kind: string
    reason: Generated<string>
    at: Date
    version: number | null
    is_minor: Generated<boolean>
    hides_earlier: Generated<boolean>
    effective_on: string | null
    other_id: number | null
  }
  'publishing.reassessment': {
    id: Generated<number>
    document_id: number
    outcome: string
    ground: Generated<string>
    reason: string
    until_on: string | null
    by_id: number
    at: Date
  }
  'publishing.relation': {
    document_id: number
    other_id: number
  }
  'publishing.remark': {
    id: Generated<number>
    document_id: number
    version: number
    step_id: number
    passage: Generated<string>
    words: string
  }
  'publishing.search_entry': {
    document_id: number
    unit_path: string
    category_path: string
    published_on: string
    audience: string
    words: string
    unit_id: number | null
    category_id: number | null
    duty_id: number | null
    genre: Generated<string>
    language: Generated<string>
    title: Generated<string>
    head: Generated<string>
    bands: number[] | null
  }
  'publishing.secrecy_review': {
    id: Generated<number>
    document_id: number
    version: number
    conclusion: string
    basis: string
    opinion: Generated<string>
    consulted: Generated<string>
    redactions: Generated<string>
    by_id: number
    at: Date
    level: Generated<string>
    classified_until: string | null
  }
  'publishing.step': {
    id: Generated<number>
    document_id: number
    version: number
    move: string
    content_hash: string
    by_id: number
    post: string
    at: Date
    remark: Generated<string>
  }
  'publishing.title_word': {
    word: string
  }
  'publishing.version': {
    document_id: number
    number: number
    attribute: string
    ground: Generated<string>
    ground_reason: Generated<string>
    audience: string
    language: string
    title: string
    summary: Generated<string>
    body: Generated<string>
    document_number: Generated<string>
    subject: Generated<string>
    genre: Generated<string>
    served: Generated<string>
    keywords: Generated<string[]>
    formed_on: string | null
    valid_until: string | null
    saved_by: number
    saved_at: Date
  }
}
