// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'supervision.finding': {
    id: Generated<number>
    detector: string
    subject: string
    occurrence: number
    unit_id: number
    duty_id: number | null
    task_id: number | null
    document_id: number | null
    other_id: number | null
    since_on: string
    seen: Generated<unknown>
    opened_on: string
    opened_run: number
    closed_on: string | null
    closed_run: number | null
  }
  'supervision.reading': {
    document_id: number
    version: number
    unit_id: number
    published_on: string
    date_fault: Generated<string>
    links: Generated<string[]>
    bands: Generated<number[]>
    copy_of: number | null
    alike_percent: number | null
  }
  'supervision.reason': {
    id: Generated<number>
    duty_id: number
    unit_id: number
    words: string
    until_on: string
    state: string
    given_by: number
    given_on: string
    decided_by: number | null
    decided_on: string | null
    remark: Generated<string>
  }
  'supervision.run': {
    id: Generated<number>
    measured_on: string
    began_at: Date
    ended_at: Date
    asked_by: string
    opened: number
    closed: number
    still_open: number
  }
  'supervision.watch': {
    id: Generated<number>
    read_change: Generated<number>
  }
}
