import type { Term } from '../clock.ts'
import type { Day } from '../day.ts'
import type { ConsultedParty, ReceiptChannel } from './event.ts'
import type { ReceiptRule } from './clock.ts'

/** A term of an edition with where it is written. */
export interface CitedTerm {
  term: Term
  basisZh: string
  basisEn: string
}

/** What one edition of the regulations says about applications; data of a pack, each number with its citation. */
export interface CaseEdition {
  id: string
  nameZh: string
  nameEn: string
  /** Both days inclusive; the day of receipt decides which edition governs a case. */
  effective: { from: Day; until?: Day }
  reply: CitedTerm
  extension: CitedTerm
  receipt: Record<ReceiptChannel, { rule: ReceiptRule; basisZh: string; basisEn: string }>
  clarification: {
    /** Within which the unit must ask, counted from receipt; absent where the edition sets none. */
    notice?: CitedTerm
    /** Once only. */
    isOnce: boolean
    basisZh: string
    basisEn: string
  }
  /** Which consultations stop the clock, and within which the one who was asked must answer; silence ends the pause then. */
  consultation: Record<ConsultedParty, { pauses: boolean; answer?: CitedTerm; basisZh: string; basisEn: string }>
  /** Absent where the edition knows no fee that restarts the count. */
  fee?: { payment: CitedTerm; basisZh: string; basisEn: string }
  /** May the unit set a later date for an excessive request (art. 35)? */
  maySetDate: boolean
}

/** Points that the law leaves open; a city decides them once. */
export interface CaseChoices {
  /** On which day a consultation begins to stop the clock. */
  pauseBegins: 'sent' | 'delivered'
  /** Does a notice to clarify that came too late still restart the count? It is a breach either way. */
  lateClarificationRestarts: boolean
  /** Does asking an excessive applicant for reasons stop the clock until they are given? */
  askingReasonsPauses: boolean
}
