/**
 * What a row or a column says of the records behind its cells. Both together tell them: a row says of what, a column perhaps at which stand
 * or with which result. A cell of which they do not say enough is entered by hand.
 */
export interface Said {
  of?: 'cases' | 'documents' | 'challenges' | undefined
  stand?: string | undefined
  /** The row of table 1 whose lines of the catalogue count, as the office laid them down. */
  lines?: string | undefined
  /** Codes of outcomes. */
  leaves?: string[] | undefined
  applicantKind?: string | undefined
  channels?: string[] | undefined
  isExtended?: boolean | undefined
  kinds?: string[] | undefined
  result?: string | undefined
  isDecided?: true | undefined
}
