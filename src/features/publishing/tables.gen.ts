// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'publishing.answer': {
    document_id: number
    check_name: string
    passage_hash: string
    words: string
    by_id: number
    at: Date
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
  'publishing.index_counter': {
    scope: string
    last: number
  }
  'publishing.public_change': {
    id: Generated<number>
    document_id: number
    kind: string
    reason: Generated<string>
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
