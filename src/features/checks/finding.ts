import type { Day } from '../../kernel/day.ts'

/** Every check, in the order in which a reader should deal with what they find: what may leak first, matters of form last. */
export const checkNames = [
  'identity',
  'card',
  'passport',
  'mobile',
  'landline',
  'secrecy',
  'organs',
  'placeholder',
  'number',
  'mojibake',
  'markup',
  'quotes',
  'navigation',
  'headings',
  'numbering',
  'enumeration',
  'dates',
  'sums',
  'persons',
  'duplicates',
] as const

export type CheckName = (typeof checkNames)[number]

/** `block`: not released while it stands. `answer`: released only with a recorded answer. `advice`: shown. */
export type Weight = 'block' | 'answer' | 'advice'

/**
 * One thing that a check found. `start` and `end` count UTF-16 places from the beginning of the text, `line` and `column` from 1.
 * Its words are `checks.<check>.title`, `checks.<check>.because.<because>` and `checks.<check>.advice`.
 */
export interface Finding {
  check: CheckName
  start: number
  end: number
  line: number
  column: number
  passage: string
  because: string
  params?: Record<string, string | number>
  weight: Weight
}

/** What the checks must know beside the text. */
export interface CheckFacts {
  title: string
  /** Decides which classification marks the unit may give; `other` leaves that question open. */
  unitLevel: 'central' | 'province' | 'city' | 'county' | 'town' | 'village' | 'other'
  /** The telephone numbers of the unit's own contact block, in any form: they are public on purpose. */
  contacts: string[]
  today: Day
  publishedOn?: Day
  weights?: Partial<Record<CheckName, Weight | 'off'>>
  /** Published texts to compare with. */
  near?: { reference: string; title: string; text: string }[]
}

/** What one check saw, before its place and weight are added. */
export interface Sighting {
  start: number
  end: number
  because: string
  params?: Record<string, string | number>
}
