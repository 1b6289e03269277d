export const candidateStates = ['waiting', 'accepted', 'refused'] as const
export type CandidateState = (typeof candidateStates)[number]

/** Why a letter by mail is no application, or none of its own. */
export const refuseReasons = ['spam', 'not-an-application', 'automatic', 'sent-twice'] as const
export type RefuseReason = (typeof refuseReasons)[number]

/** A letter that came by mail, as lists and the record may know it: when, how large, from whom under a mask. Never what it says. */
export interface Candidate {
  id: number
  unitId: number
  /** Of what is kept of it. */
  sha256: string
  /** Of the whole mail; of one that is too large only the beginning is kept. */
  sizeBytes: number
  /** '' once decided. */
  maskedFrom: string
  /** A machine seems to have written it. */
  isAutomatic: boolean
  arrivedAt: Date
  state: CandidateState
  /** The case that was made of it. */
  applicationId?: number
  /** Why it was refused; '' for the others. */
  reason: RefuseReason | ''
  decidedBy?: number
}

/** How the record names a letter by mail. */
export function candidateSubject(id: number): string {
  return `applications.candidate:${id}`
}

/** What the seal of a letter by mail is bound to. */
export function aboutCandidate(unitId: number, sha256: string): string {
  return `applications.candidate:${unitId}:${sha256}`
}

/** What the record fingerprints of a letter by mail. */
export function candidateContent({ arrivedAt, ...rest }: Candidate): Record<string, unknown> {
  return { ...(JSON.parse(JSON.stringify(rest)) as object), arrivedAt: arrivedAt.toISOString() }
}
