import { isDay } from '../../../kernel/day.ts'
import { receiptChannels } from '../../../kernel/case/event.ts'
import { field, fields, type Ask } from '../../../platform/http/route.ts'
import type { Applicant } from '../cases/applicant.ts'
import { wantedForms, wantedWays, wishKinds, type Wish } from '../cases/wish.ts'
import { asApplicantKind, identityKinds } from '../law/kind.ts'
import type { Arrival } from './arrival.ts'

/** Every field of a request as somebody typed it, by the name of its field: kept whole when the form is shown again. */
export const requestFields = [
  ...(['unit', 'kind', 'wanted', 'documentHint', 'reason', 'form', 'way'] as const),
  ...(['applicantKind', 'name', 'identityKind', 'identityNumber', 'phone', 'email', 'address', 'contactName'] as const),
  ...(['agentName', 'agentIdentityNumber', 'channel', 'arrivedOn', 'confirmedOn'] as const),
] as const
export type RequestField = (typeof requestFields)[number]
export type TypedRequest = Record<RequestField, string>

/** What came with the form, trimmed. */
export function typedRequest(ask: Pick<Ask, 'body'>): TypedRequest {
  return Object.fromEntries(requestFields.map((name) => [name, field(ask, name).trim()])) as TypedRequest
}

/** What is wanted, of what was typed; a word that is no choice of ours is told by `missingInWish`. */
export function wishIn(typed: TypedRequest, items: readonly string[]): Wish {
  const { kind, wanted, documentHint, reason, form, way } = typed
  return {
    kind: wishKinds.find((one) => one === kind) ?? 'information',
    ...{ wanted, documentHint, reason, items },
    form: wantedForms.find((one) => one === form) ?? ('' as Wish['form']),
    way: wantedWays.find((one) => one === way) ?? ('' as Wish['way']),
  }
}

/** Who asks, of what was typed. */
export function applicantIn(typed: TypedRequest): Applicant {
  return {
    kind: asApplicantKind(typed.applicantKind) ?? ('' as Applicant['kind']),
    identityKind: identityKinds.find((one) => one === typed.identityKind) ?? ('' as Applicant['identityKind']),
    ...{ name: typed.name, identityNumber: typed.identityNumber, phone: typed.phone, email: typed.email, address: typed.address },
    ...{ contactName: typed.contactName, agentName: typed.agentName, agentIdentityNumber: typed.agentIdentityNumber },
  }
}

/** How it came, of what was typed. */
export function arrivalIn(typed: TypedRequest): Arrival {
  return {
    channel: receiptChannels.find((one) => one === typed.channel) ?? ('' as Arrival['channel']),
    arrivedOn: isDay(typed.arrivedOn) ? typed.arrivedOn : undefined,
    confirmedOn: isDay(typed.confirmedOn) ? typed.confirmedOn : undefined,
  }
}

/** The things asked for, one by one, as a form of several lines gives them; none: the whole text is one. */
export function itemsIn(ask: Pick<Ask, 'body'>): string[] {
  return fields(ask, 'item')
    .flatMap((text) => text.split('\n'))
    .map((text) => text.trim())
    .filter((text) => text !== '')
}
