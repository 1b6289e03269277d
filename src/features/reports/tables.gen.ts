// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'reports.bulletin': {
    id: Generated<number>
    unit_id: number
    quarter: string
    texts: Generated<unknown>
    document_id: number | null
    begun_by: number
    begun_at: Date
    version: Generated<number>
  }
  'reports.bulletin_issue': {
    id: Generated<number>
    bulletin_id: number
    serial: number
    cut_off: string
    content: unknown
    fingerprint: string
    handed_by: number
    handed_at: Date
  }
  'reports.bulletin_section': {
    section: string
    codes: string[]
  }
  'reports.circular': {
    id: Generated<number>
    unit_id: number
    period: string
    peers: string
    method: string
    texts: Generated<unknown>
    document_id: number | null
    begun_by: number
    begun_at: Date
    version: Generated<number>
  }
  'reports.circular_cell': {
    issue_id: number
    unit_id: number
    figure: string
    ids: number[]
    fingerprint: string
  }
  'reports.circular_issue': {
    id: Generated<number>
    circular_id: number
    serial: number
    cut_off: string
    content: unknown
    fingerprint: string
    handed_by: number
    handed_at: Date
  }
  'reports.entered': {
    id: Generated<number>
    unit_id: number
    figure: string
    from_on: string
    until_on: string
    value: string
    is_at_least: Generated<boolean>
    evidence: string
    entered_by: number
    entered_at: Date
    struck_by: number | null
    struck_at: Date | null
  }
  'reports.filing': {
    id: Generated<number>
    report_id: number
    serial: number
    cut_off: string
    filed_by: number
    filed_at: Date
    content: unknown
    texts: Generated<unknown>
    facts: Generated<unknown>
    lines: Generated<unknown>
    document_version: number | null
    fingerprint: string
  }
  'reports.filing_cell': {
    filing_id: number
    cell: string
    origin: string
    value: string
    is_at_least: Generated<boolean>
    ids: number[] | null
    fingerprint: Generated<string>
  }
  'reports.judgement': {
    id: Generated<number>
    filing_id: number
    verdict: string
    remark: Generated<string>
    by_id: number
    office_id: number
    at: Date
  }
  'reports.line_row': {
    duty_id: number
    row: string
  }
  'reports.report': {
    id: Generated<number>
    unit_id: number
    kind: string
    period: string
    with_below: Generated<boolean>
    texts: Generated<unknown>
    notes: Generated<unknown>
    document_id: number | null
    begun_by: number
    begun_at: Date
    version: Generated<number>
  }
  'reports.round': {
    id: Generated<number>
    unit_id: number
    kind: string
    period: string
    due_on: string
    words: Generated<string>
    opened_by: number
    opened_at: Date
  }
  'reports.round_reminder': {
    round_id: number
    unit_id: number
    reminded_on: string
    by_id: number
    at: Date
  }
  'reports.round_unit': {
    round_id: number
    unit_id: number
  }
  'reports.taken_problem': {
    report_id: number
    problem: string
  }
}
