import type { Db } from '../../platform/database/index.ts'
import { batchContent, batchSubject } from './imports/batch.ts'
import { listBatches } from './imports/queries.ts'
import { listDocumentIds } from './queries-desk.ts'
import { documentContent, documentSubject } from './read-document.ts'

export { answerFinding } from './answer-finding.ts'
export { attachFile } from './attach-file.ts'
export { changeDocument, startCorrection } from './change-document.ts'
export { createDocument, type NewDocument } from './create-document.ts'
export { limits, runningStages, type Content, type Stage, type Standing } from './document.ts'
export { examine, type AnsweredFinding } from './examine-document.ts'
export { normaliseAddress } from './imports/address.ts'
export { beginBatch } from './imports/begin-batch.ts'
export { decideBatch } from './imports/decide-batch.ts'
export { enterBatch } from './imports/enter-batch.ts'
export { findMoved } from './imports/find-moved.ts'
export { importPage, type ImportedPage, type PageToImport } from './imports/import-page.ts'
export { importDocuments, type ImportedFile } from './import-documents.ts'
export { attributes, audiences, genres, grounds, servedGroups, subjects } from './metadata.ts'
export { moveDocument, situationWith } from './move-document.ts'
export { obstacles } from './move.ts'
export { saveDraft } from './save-draft.ts'
export type { Officer } from './officer.ts'
export { routes } from './routes.tsx'
export { listForDesk, listRunningByTasks, type DeskLine } from './queries-desk.ts'
export { countCap, countPublic, countPublicByDuty, listPublic, type PublicFilter, type PublicLine } from './queries-public.ts'
export { findPublicFile } from './queries-reader.ts'
export {
  findLastPublicId,
  listAddresses,
  listByNumber,
  listFound,
  listNewestByDuty,
  listTitles,
  weighed,
  type FoundLine,
  type PublicAddress,
  type SearchFilter,
} from './queries-search.ts'
export { readDocument, type WholeDocument } from './read-document.ts'
export { findByIndexNumber, findDocument, findVersion as readVersion, type StoredDocument } from './queries.ts'
export { readQueue } from './read-queue.ts'
export { readPublic, type PublicDocument, type PublicHand } from './read-public.ts'

/** Every document as the record should know it. */
export async function* recordedDocuments(db: Db): AsyncIterable<{ subject: string; content: unknown }> {
  for (const id of await listDocumentIds(db)) yield { subject: documentSubject(id), content: await documentContent(db, id) }
}

/** Every import of an older site as the record should know it. */
export async function* recordedImports(db: Db): AsyncIterable<{ subject: string; content: unknown }> {
  for (const batch of await listBatches(db)) yield { subject: batchSubject(batch.id), content: batchContent(batch) }
}
