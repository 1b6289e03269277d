/** What is wrong with the record or with a row that it vouches for. Its sentence is the word `journal.finding.<kind>`. */
export interface Finding {
  kind:
    'sequence' | 'time' | 'chain' | 'hash' | 'head' | 'words-changed' | 'words-missing' | 'row-changed' | 'row-unrecorded' | 'row-missing'
  seq?: number
  subject?: string
  /** What the sentence fills in. */
  params: Record<string, string | number>
}

/** What a verification read, and what it found. */
export interface Verification {
  entries: number
  rows: number
  findings: Finding[]
  /** Kinds of subjects in the record whose rows nobody offered for comparison. */
  unchecked: string[]
}
