import { covers, reach, type HeldPost } from '../../kernel/policy.ts'
import type { Db } from '../../platform/database/index.ts'
import { findUnit } from '../organisations/index.ts'
import { isPublic } from './document.ts'
import { findDocument, findVersion, type StoredDocument } from './queries.ts'
import { publishedText } from './read-document.ts'

/** A related document as the desk shows it: without its title to those who may not read it. */
export interface Related {
  id: number
  indexNumber: string
  title?: string
}

/** The related documents. Whoever reaches one sees its title; of the others only what is public has one. */
export async function readRelated(db: Db, ids: readonly number[], posts: readonly HeldPost[]): Promise<Related[]> {
  const related: Related[] = []
  for (const id of ids) {
    const document = await findDocument(db, id)
    if (document === undefined) continue
    const isSeen = await isInSight(db, document, posts)
    const version = isSeen ? await findVersion(db, id, document.publishedVersion ?? document.currentVersion) : undefined
    related.push({ id, indexNumber: document.indexNumber, title: version?.title })
  }
  return related
}

/** May somebody with these posts know of a document: because everybody may, or because it is in their reach? */
export async function isInSight(db: Db, document: StoredDocument, posts: readonly HeldPost[]): Promise<boolean> {
  const published = await publishedText(db, document)
  const { standing } = document
  if (published !== undefined && standing !== 'removed' && isPublic({ standing, audience: published.audience })) return true
  const unit = await findUnit(db, document.unitId)
  return unit !== undefined && reach('documents.read', posts).some((path) => covers(path, unit.path))
}
