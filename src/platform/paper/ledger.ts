import type { Lang } from '../../kernel/translate.ts'

/** A register on paper, from plain rows. All words are the caller's. */
export interface Ledger {
  language: Lang
  at: Date
  title: string
  unit: string
  /** Under the title: the year or the days it covers, how many rows, when it was printed. */
  about: string
  columns: readonly LedgerColumn[]
  /** A row has a text for each column. */
  rows: readonly (readonly string[])[]
  /** Instead of rows, when there are none. */
  nothing: string
  /** `#` is the page and `%` all of them. */
  pages: string
}

/** `share` is its part of the width beside the other columns; without one a column is as wide as its longest word wants. */
export interface LedgerColumn {
  title: string
  share?: number
  align?: 'left' | 'right' | 'center'
}
