import type { StoredDocument } from '../../publishing/index.ts'
import type { FileQuestion } from './made.ts'

/** A publication that a filing can go on with; one that was given up, or taken out of public, is followed by another. */
export function goesOn(document: StoredDocument | undefined): StoredDocument | undefined {
  const isOut = document?.publishedVersion !== undefined && document.standing !== 'published'
  return document === undefined || document.stage === 'dropped' || isOut ? undefined : document
}

/** Where the publication of a report is, as far as its filing asks. */
export function publicationOf(document: StoredDocument | undefined): FileQuestion['publication'] {
  if (document === undefined) return 'none'
  if (document.stage === 'released') return 'released'
  return document.publishedVersion === undefined ? 'under-way' : 'in-correction'
}
