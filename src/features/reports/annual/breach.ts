/** The identities of the annual report; those with S are of the statistics form before 2019. */
export const identityIds = [
  'I1',
  'I2',
  'I3',
  'I4',
  'I5',
  'I6',
  'I7',
  'I8',
  'I9',
  'I10',
  'I11',
  'I12',
  'I13',
  'I14',
  'I15',
  'S1',
  'S2',
  'S3',
  'S4',
  'S5',
  'S6',
  'S7',
] as const

export type IdentityId = (typeof identityIds)[number]

/** Which sentence says it, where an identity has several. */
export type BreachKind =
  | Exclude<IdentityId, 'I4' | 'I6' | 'I8' | 'I9' | 'I12'>
  | `I4-${'plain' | 'explained'}`
  | `I6-${'blank' | 'negative' | 'fraction'}`
  | `I8-${'carried' | 'published'}`
  | `I9-${'text' | 'title' | 'period'}`
  | `I12-${'fee' | 'clarification'}`

/**
 * A broken identity. `left` is what the report says and `right` what it should be by the other side; `row` and `column` name the place
 * where one of them is fixed; `said` holds what else the sentence names: days, a quotation, a note.
 */
export interface Breach {
  id: IdentityId
  kind: BreachKind
  severity: 'error' | 'warning'
  /** Addresses of the cells involved: first those of the left side, then those of the right. */
  cells: string[]
  left: number
  right: number
  row?: string | undefined
  column?: string | undefined
  said?: Record<string, string | number> | undefined
}
