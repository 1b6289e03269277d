/**
 * Where a document can stand in a period. `entered`: begun in it, neither given up nor withheld with a ground; `reviewed`: of those, released by the cut-off;
 * `waiting`: of those, not yet. `released`: first released in it. For texts that bind: `issued` in it, by the day of the text itself;
 * `repealed` in it; `in-force` on its last day. From `released` on, only what the public got: never a text whose published version is for staff.
 */
export const documentStands = ['entered', 'reviewed', 'waiting', 'released', 'corrected', 'issued', 'repealed', 'in-force'] as const
export type DocumentStand = (typeof documentStands)[number]

/** Which documents a figure counts; what is left out is not asked for. */
export interface DocumentFilter {
  stand: DocumentStand
  /** Lines of the catalogue under which they stand. */
  dutyIds?: readonly number[]
  /** Genres of official documents, see metadata.ts. */
  genres?: readonly string[]
}
