import type { Db } from '../../platform/database/index.ts'
import { listDocumentIds } from './queries-desk.ts'
import { documentContent, documentSubject } from './read-document.ts'

export { answerAgreement } from './agreements/answer-agreement.ts'
export { askAgreement } from './agreements/ask-agreement.ts'
export { readAskedOf } from './agreements/read-asked-of.ts'
export { answerFinding } from './answer-finding.ts'
export { attachFile } from './attach-file.ts'
export { changeDocument, startCorrection } from './change-document.ts'
export { createDocument, createDocumentIn, type NewDocument } from './create-document.ts'
export { runningStages, type Content, type Stage, type Standing } from './document.ts'
export { examine, type AnsweredFinding } from './examine-document.ts'
export { importDocuments, type ImportedFile } from './import-documents.ts'
export { moveDocument } from './move-document.ts'
export { releaseDue } from './scheduling/release-due.ts'
export { momentAt, timeOf } from './scheduling/moment.ts'
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
export { findDocument, findVersion as readVersion, type StoredDocument } from './queries.ts'
export { readOwed } from './read-owed.ts'
export { readQueue } from './read-queue.ts'
export { readPublic, type PublicDocument, type PublicHand } from './read-public.ts'

/** Every document as the record should know it. */
export async function* recordedDocuments(db: Db): AsyncIterable<{ subject: string; content: unknown }> {
  for (const id of await listDocumentIds(db)) yield { subject: documentSubject(id), content: await documentContent(db, id) }
}
