import type { Day } from '../day.ts'
import type { ConsultedParty, ReceiptChannel } from './event.ts'

/** The rule that set the day of receipt. */
export type ReceiptRule = 'handed-over' | 'signed-for' | 'confirmed' | 'arrived' | 'form-filled'

/** How sure we are of a citation, as in the terms of a pack: `certain` was read in the text, `unsure` is a local custom or a guess. */
export type Confidence = 'certain' | 'likely' | 'unsure'

/** A term of an edition with where it is written. Both editions give working days, so that no last day has to roll. */
export interface CitedTerm {
  term: { days: number; count: 'working' }
  basisZh: string
  basisEn: string
  confidence: Confidence
  noteZh?: string
  noteEn?: string
}

/** What sets the day of receipt on one channel. */
export interface ReceiptBasis {
  rule: ReceiptRule
  /** The unit must reach the applicant on the very day of arrival. */
  isSameDayDuty?: boolean
  basisZh: string
  basisEn: string
  confidence: Confidence
  noteZh?: string
  noteEn?: string
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
  receipt: Record<ReceiptChannel, ReceiptBasis>
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
  fee?: {
    payment: CitedTerm
    /** The rule on fees came later than the regulations; both days inclusive, the day of the notice decides. */
    effective: { from: Day; until?: Day }
    basisZh: string
    basisEn: string
  }
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

/** The edition that governs a case received on a day; undefined when there was none. */
export function editionOn(editions: readonly CaseEdition[], day: Day): CaseEdition | undefined {
  return editions.find(({ effective }) => effective.from <= day && (effective.until ?? day) >= day)
}
