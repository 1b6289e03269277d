// Made by bin/tables from the migrated database; not to be edited.
import type { Generated } from 'kysely'

export interface Tables {
  'board.reminder': {
    id: Generated<number>
    reminded_on: string
    by_id: number
    at: Date
  }
  'board.reminder_unit': {
    reminder_id: number
    unit_id: number
    reminded_on: string
    overdue: number
    due_soon: number
    waiting: number
  }
}
