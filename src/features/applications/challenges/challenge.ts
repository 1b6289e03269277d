import type { Day } from '../../../kernel/day.ts'

/** What may follow a reply, or its absence (OGI-2019 art. 51; the three blocks of the statutory table). */
export const challengeKinds = ['reconsideration', 'suit', 'suit-after-reconsideration'] as const
export type ChallengeKind = (typeof challengeKinds)[number]

export const challengeResults = ['kept', 'corrected', 'other'] as const
export type ChallengeResult = (typeof challengeResults)[number]

export interface Challenge {
  id: number
  applicationId: number
  kind: ChallengeKind
  /** Who decides: the body of reconsideration, or the court. */
  body: string
  number: string
  filedOn: Day
  acceptedOn?: Day
  dueOn?: Day
  decidedOn?: Day
  result: ChallengeResult | 'pending'
  consequence: string
  follows?: number
}
