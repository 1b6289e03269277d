import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { CaseLine } from './line.ts'

/** The columns of a line; what is asked for is clipped after so many characters. */
export function columnsWith(longest: number): RawBuilder<unknown> {
  return sql`a.id, a.ref, a.unit_id, a.year, a.serial, a.number, a.kind, a.channel, a.applicant_kind, a.masked_name,
    left(a.wanted, ${sql.lit(longest)}) as wanted, a.form_wanted, a.way_wanted, a.arrived_on, a.received_on, a.state, a.due_on,
    a.is_provisional, a.inner_due_on, a.waits_until, a.ended_on, a.is_in_time, a.leaf, a.handler_id`
}

const clipAfter = 200
export const columns = columnsWith(clipAfter)

/** By what an open case is put in order: its due day, what has none last. The same expression as in the index. */
export const dueKey = sql`coalesce(a.due_on, 'infinity'::date)`

export const orders = {
  due: { by: sql`${dueKey}, a.id` },
  number: { by: sql`a.year desc, a.serial desc, a.id desc` },
} as const

export interface LineRow {
  id: number
  ref: string
  unit_id: number
  year: number
  serial: number
  number: string
  kind: string
  channel: string
  applicant_kind: string
  masked_name: string
  wanted: string
  form_wanted: string
  way_wanted: string
  arrived_on: string
  received_on: string | null
  state: string
  due_on: string | null
  is_provisional: boolean
  inner_due_on: string | null
  waits_until: string | null
  ended_on: string | null
  is_in_time: boolean | null
  leaf: string
  handler_id: number | null
}

/** A row as a line. Written out without spreads, which would take longer than the database does. */
export function asLine(row: LineRow): CaseLine {
  return {
    id: row.id,
    ref: row.ref,
    unitId: row.unit_id,
    year: row.year,
    serial: row.serial,
    number: row.number,
    kind: row.kind as CaseLine['kind'],
    channel: row.channel as CaseLine['channel'],
    applicantKind: row.applicant_kind,
    maskedName: row.masked_name,
    wanted: row.wanted,
    formWanted: row.form_wanted as CaseLine['formWanted'],
    wayWanted: row.way_wanted as CaseLine['wayWanted'],
    arrivedOn: row.arrived_on as Day,
    receivedOn: day(row.received_on),
    state: row.state as CaseLine['state'],
    dueOn: day(row.due_on),
    isProvisional: row.is_provisional,
    innerDueOn: day(row.inner_due_on),
    waitsUntil: day(row.waits_until),
    endedOn: day(row.ended_on),
    isInTime: row.is_in_time ?? undefined,
    leaf: row.leaf,
    handlerId: row.handler_id ?? undefined,
  }
}

function day(value: string | null): Day | undefined {
  return value === null ? undefined : (value as Day)
}
