import type { Day } from '../day.ts'

/** How an application reached the unit; each has its own rule for the day of receipt (OGI-2019 art. 31). */
export const receiptChannels = ['counter', 'registered-post', 'ordinary-post', 'fax', 'online', 'email', 'oral'] as const

export type ReceiptChannel = (typeof receiptChannels)[number]

/** Whom the unit asks for an opinion: somebody whose rights are touched, or another agency that made the information with it. */
export type ConsultedParty = 'third-party' | 'co-agency'

/**
 * What happened in a case, as far as its clock is concerned; days are the true days, never the days of typing. The order in a list of
 * them says nothing. `consultation` names one consultation within the case.
 */
export type CaseEvent =
  | { kind: 'received'; channel: ReceiptChannel; arrivedOn: Day; confirmedOn?: Day }
  | { kind: 'clarification-asked'; on: Day; answerBy: Day }
  | { kind: 'supplemented'; on: Day }
  | { kind: 'consultation-sent'; consultation: string; with: ConsultedParty; on: Day }
  | { kind: 'consultation-delivered'; consultation: string; on: Day }
  | { kind: 'consultation-answered'; consultation: string; on: Day }
  | { kind: 'extended'; decidedOn: Day; toldOn: Day }
  | { kind: 'fee-noticed'; sentOn: Day; receivedOn?: Day }
  | { kind: 'fee-paid'; on: Day }
  | { kind: 'reasons-asked'; on: Day }
  | { kind: 'reasons-given'; on: Day }
  | { kind: 'date-set'; toldOn: Day; dueOn: Day }
  | { kind: 'replied'; on: Day }
  | { kind: 'closed'; on: Day }

export type CaseEventKind = CaseEvent['kind']
