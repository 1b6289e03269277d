import type { Db } from '../../platform/database/index.ts'
import { isPublic } from './document.ts'
import { openVersions, versionsOf } from './history.ts'
import { listSteps } from './queries-chain.ts'
import { listPublicChanges, type PublicChange } from './queries-changes.ts'
import { findPublished } from './queries-reader.ts'
import { findDocument, type StoredDocument, type StoredVersion } from './queries.ts'

/** A public change in the history of a document. */
export interface PastChange extends PublicChange {
  /** Index number of the document that took its place, or that it went into. */
  other?: string
  /** The text before it, when both may still be read. */
  before?: number
}

export interface DocumentPast {
  document: StoredDocument
  version: StoredVersion
  /** Oldest first. */
  changes: PastChange[]
  /** Numbers of the versions that may be held against each other, oldest first. */
  open: number[]
}

/** The public history of an index number. 'none' and 'gone' as for the document itself. */
export async function readHistory(db: Db, indexNumber: string): Promise<'none' | 'gone' | DocumentPast> {
  const found = await findPublished(db, indexNumber)
  if (found === undefined || !isPublic({ standing: found.document.standing, audience: found.version.audience })) return 'none'
  const { document, version } = found
  if (document.standing === 'removed') return 'gone'
  const past = await listPublicChanges(db, document.id)
  const signed = (await listSteps(db, document.id)).filter((step) => step.move === 'sign').map((step) => step.version)
  const versions = versionsOf(past, signed)
  const open = openVersions(document.standing, past, signed)
  const changes: PastChange[] = []
  for (const [at, change] of past.entries()) {
    const other = change.otherId === undefined ? undefined : (await findDocument(db, change.otherId))?.indexNumber
    const brought = versions[at]
    const before = brought === undefined ? undefined : open[open.indexOf(brought) - 1]
    changes.push({ ...change, version: brought, ...(other === undefined ? {} : { other }), ...(before === undefined ? {} : { before }) })
  }
  return { document, version, changes, open }
}
