import type { StoredApplication } from '../cases/application.ts'
import type { CaseKey } from './listing.ts'

/** A case as one line of a list: never who asked, only a masked form of it. `wanted` is clipped. */
export interface CaseLine extends Pick<
  StoredApplication,
  | 'id'
  | 'ref'
  | 'unitId'
  | 'number'
  | 'kind'
  | 'channel'
  | 'maskedName'
  | 'wanted'
  | 'formWanted'
  | 'wayWanted'
  | 'arrivedOn'
  | 'receivedOn'
  | 'state'
  | 'dueOn'
  | 'isProvisional'
  | 'innerDueOn'
  | 'waitsUntil'
  | 'endedOn'
  | 'isInTime'
  | 'leaf'
  | 'handlerId'
> {
  applicantKind: string
  year: number
  serial: number
}

/** The place of a line in its list. */
export function keyOf(line: CaseLine, order: CaseKey['order']): CaseKey {
  return order === 'due' ? { order, dueOn: line.dueOn, id: line.id } : { order, year: line.year, serial: line.serial, id: line.id }
}
