/** Events that cannot be true together, or that the edition does not know. */
export const caseFaults = [
  'never-received',
  'received-twice',
  'confirmed-before-arrival',
  'before-receipt',
  'second-clarification',
  'answer-by-before-asking',
  'supplement-without-notice',
  'supplement-before-notice',
  'second-supplement',
  'consultation-unknown',
  'consultation-twice',
  'delivered-before-sent',
  'answered-before-sent',
  'second-extension',
  'told-before-decided',
  'second-fee-notice',
  'fee-unknown-to-edition',
  'fee-received-before-sent',
  'paid-without-notice',
  'paid-before-notice',
  'reasons-without-asking',
  'date-unknown-to-edition',
  'date-not-later',
  'second-date',
  'reply-before-receipt',
  'second-reply',
  'closed-twice',
  'after-end',
] as const

export type CaseFault = (typeof caseFaults)[number]

/** What came too late, or without the form that the law asks for. */
export const caseBreaches = [
  'confirmed-late',
  'clarification-late',
  'extension-late',
  'fee-notice-late',
  'date-set-late',
  'supplemented-late',
  'paid-late',
  'replied-late',
] as const

export type CaseBreach = (typeof caseBreaches)[number]
