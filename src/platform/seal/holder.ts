/**
 * A column that holds sealed values, as `gongkai keys` sees it. What the record says of a row must not hang on these bytes: a rotation changes
 * them while the row stays the same.
 */
export interface SealHolder {
  /** The table and column, for whoever reads a report. */
  name: string
  /**
   * At most `limit` rows that hold a value, in one fixed order of their ids, from the first after `after` on. Fewer where values are large; none
   * only at the end.
   */
  list(after: string | undefined, limit: number): Promise<SealedRow[]>
  /** Puts `sealed` in the place of `was`, if the row still holds `was`. False where somebody changed or erased it meanwhile. */
  save(id: string, was: Buffer, sealed: Buffer): Promise<boolean>
  /** What the value of a row was sealed about. */
  about(id: string): string
}

export interface SealedRow {
  id: string
  sealed: Buffer
}
