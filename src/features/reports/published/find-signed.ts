import type { Db } from '../../../platform/database/index.ts'
import { listKnown, listTextMarks, type KnownRelease } from '../../publishing/index.ts'
import type { Filing } from '../making/made.ts'

/** A report's document that everybody can read, and the filing that is the very text of it; undefined where hands changed the text. */
export interface Signed<Content> {
  document: KnownRelease
  filing?: Filing<Content> | undefined
}

/**
 * Of some reports, what stands in public, by the report's id. `filings`: theirs, the last of each first. A filing of a later version than
 * the public one belongs to a correction under way.
 */
export async function findSigned<Content>(
  db: Db,
  reports: readonly { id: number; documentId?: number | undefined }[],
  filings: readonly Filing<Content>[],
): Promise<Map<number, Signed<Content>>> {
  const ids = reports.flatMap(({ documentId }) => documentId ?? [])
  const known = await listKnown(db, ids)
  const open = reports.flatMap(({ id, documentId = 0 }) => {
    const document = known.get(documentId)
    return document?.isPublic === true ? [{ id, document }] : []
  })
  const handed = open.flatMap(({ id, document }) =>
    filings.flatMap((filing) => {
      const number = filing.documentVersion ?? Infinity
      return filing.reportId === id && number <= document.publishedVersion ? [{ id, filing, documentId: document.id, number }] : []
    }),
  )
  const signed = open.map(({ document }) => ({ documentId: document.id, number: document.publishedVersion }))
  const marks = await listTextMarks(db, [...signed, ...handed])
  return new Map(
    open.map(({ id, document }, at) => {
      const found = handed.find((one, index) => one.id === id && marks[signed.length + index] === marks[at])
      return [id, { document, filing: found?.filing }]
    }),
  )
}
