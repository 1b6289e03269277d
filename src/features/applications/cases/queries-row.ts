import type { Selectable } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tables } from '../tables.gen.ts'
import type { StoredApplication } from './application.ts'

/** Every column but the sealed one: who asked is read by `findSealed` alone. */
export const openColumns = [
  ...(['id', 'ref', 'unit_id', 'number', 'edition', 'kind', 'channel', 'language', 'applicant_kind'] as const),
  ...(['masked_name', 'masked_contact', 'is_mailed', 'sealed_hash', 'erased_on', 'wanted', 'document_hint', 'reason'] as const),
  ...(['form_wanted', 'way_wanted', 'arrived_on', 'confirmed_on', 'typed_at', 'typed_by', 'state', 'received_on'] as const),
  ...(['base_due_on', 'due_on', 'is_provisional', 'promised_on', 'waits_until', 'ended_on', 'is_in_time', 'leaf'] as const),
  ...(['handler_id', 'handled_in', 'inner_due_on', 'version'] as const),
] as const

export type OpenRow = Pick<Selectable<Tables['applications.application']>, (typeof openColumns)[number]>

/** A row as a case. */
export function asApplication(row: OpenRow): StoredApplication {
  const day = (value: string | null) => (value === null ? undefined : (value as Day))
  return {
    ...{ id: row.id, ref: row.ref, unitId: row.unit_id, number: row.number, edition: row.edition },
    ...{ kind: row.kind as StoredApplication['kind'], channel: row.channel as StoredApplication['channel'] },
    ...{ language: row.language === 'en' ? 'en' : 'zh', applicantKind: row.applicant_kind as StoredApplication['applicantKind'] },
    ...{ maskedName: row.masked_name, maskedContact: row.masked_contact, isMailed: row.is_mailed, isSealed: row.sealed_hash !== null },
    ...{ erasedOn: day(row.erased_on), wanted: row.wanted, documentHint: row.document_hint, reason: row.reason },
    ...{ formWanted: row.form_wanted as StoredApplication['formWanted'], wayWanted: row.way_wanted as StoredApplication['wayWanted'] },
    ...{ arrivedOn: row.arrived_on as Day, confirmedOn: day(row.confirmed_on), typedAt: row.typed_at, typedBy: row.typed_by ?? undefined },
    ...{ state: row.state as StoredApplication['state'], receivedOn: day(row.received_on), baseDueOn: day(row.base_due_on) },
    ...{ dueOn: day(row.due_on), isProvisional: row.is_provisional, promisedOn: day(row.promised_on), waitsUntil: day(row.waits_until) },
    ...{ endedOn: day(row.ended_on), isInTime: row.is_in_time ?? undefined, leaf: row.leaf, handlerId: row.handler_id ?? undefined },
    ...{ handledIn: row.handled_in ?? undefined, innerDueOn: day(row.inner_due_on), version: row.version },
  }
}
