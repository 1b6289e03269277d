import type { Day } from '../day.ts'
import type { CaseEdition, ReceiptRule } from './edition.ts'
import type { CaseEvent } from './event.ts'

/** The event with which every case begins. */
export type ReceivedEvent = Extract<CaseEvent, { kind: 'received' }>

/**
 * The legal day of receipt of an application and the rule that set it: handed over, signed for, arrived or filled in on the day of
 * arrival; by the other rule the day on which both sides have confirmed (OGI-2019 art. 31). `on` is absent until then.
 */
export function receiptOf(edition: CaseEdition, received: ReceivedEvent): { on?: Day; by: ReceiptRule } {
  const { rule } = edition.receipt[received.channel]
  const on = rule === 'confirmed' ? received.confirmedOn : received.arrivedOn
  return on === undefined ? { by: rule } : { on, by: rule }
}
