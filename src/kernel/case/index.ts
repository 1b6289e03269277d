/* The clock of a case: events in, dates and their reasons out. Pure; see docs/clock.md. */
export { caseClock, caseDates } from './reckon.ts'
export {
  type Confidence,
  type CaseChoices,
  type CaseEdition,
  type CitedTerm,
  editionOn,
  type ReceiptBasis,
  type ReceiptRule,
} from './edition.ts'
export { type ReceivedEvent, receiptOf } from './receipt.ts'
export { type CaseEvent, type CaseEventKind, type ConsultedParty, type ReceiptChannel, receiptChannels } from './event.ts'
export { type CaseBreach, caseBreaches, type CaseFault, caseFaults } from './fault.ts'
export type { CaseClock, CaseDates, CaseDay, CasePause, CaseState, RunCase } from './clock.ts'
