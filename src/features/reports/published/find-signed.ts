import type { Db } from '../../../platform/database/index.ts'
import { findDocument, readVersion, type StoredDocument } from '../../publishing/index.ts'
import type { Filing } from '../making/made.ts'

/** The last of some filings, given newest first, whose text is the public one. One of a later version belongs to a correction under way. */
export async function findSigned<Content>(
  db: Db,
  { id, publishedVersion = 0 }: StoredDocument,
  filings: readonly Filing<Content>[],
): Promise<Filing<Content> | undefined> {
  const signed = await readVersion(db, id, publishedVersion)
  for (const filing of filings) {
    const { documentVersion } = filing
    if (documentVersion === undefined || documentVersion > publishedVersion) continue
    const handed = documentVersion === publishedVersion ? signed : await readVersion(db, id, documentVersion)
    if (handed !== undefined && handed.body === signed?.body && handed.title === signed.title) return filing
  }
  return undefined
}

/** A document that everybody can read now; undefined for any other. */
export async function findPublished(db: Db, id: number): Promise<StoredDocument | undefined> {
  const document = await findDocument(db, id)
  if (document?.publishedVersion === undefined || document.standing !== 'published') return undefined
  return (await readVersion(db, id, document.publishedVersion))?.audience === 'staff' ? undefined : document
}
