import type { Db } from '../../platform/database/index.ts'
import { listDocumentIds } from './queries-desk.ts'
import { documentContent, documentSubject } from './read-document.ts'

export { answerFinding } from './answer-finding.ts'
export { attachFile } from './attach-file.ts'
export { changeDocument, startCorrection } from './change-document.ts'
export { createDocument, createDocumentIn, type NewDocument } from './create-document.ts'
export { runningStages, type Content, type Stage, type Standing } from './document.ts'
export { examine, leaksIn, type AnsweredFinding } from './examine-document.ts'
export { readFile } from './files/read-file.ts'
export { importDocuments, type ImportedFile } from './import-documents.ts'
export { moveDocument } from './move-document.ts'
export { releaseDue } from './scheduling/release-due.ts'
export { momentAt, timeOf } from './scheduling/moment.ts'
export { saveDraft } from './save-draft.ts'
export type { Officer } from './officer.ts'
export { routes } from './routes.tsx'
export { countWaitingByUnit } from './queries-board.ts'
export { listForDesk, listRunningByTasks, type DeskLine } from './queries-desk.ts'
export { countReleased, listKnown, type KnownRelease } from './queries-known.ts'
export {
  countReleasedByMonth,
  findNewestRelease,
  listDestinations,
  listOutside,
  listPublishedTexts,
  listReleasedTexts,
  listStandings,
  sumPublishedByLine,
  type PublishedLine,
  type ReleasedText,
} from './queries-measured.ts'
export { findByIndexNumber, findDocument, findVersion as readVersion, type StoredDocument } from './queries.ts'
export { indexAgain } from './index-again.ts'
export {
  countCap,
  countPublic,
  countPublicByDuty,
  countPublicSince,
  findAnswered,
  listPublic,
  type PublicFilter,
  type PublicLine,
} from './queries-public.ts'
export { findPublicFile } from './queries-reader.ts'
export { findLastPublicId, listAddresses, listNewestByDuty, listTitles, type PublicAddress } from './queries-listed.ts'
export { listByNumber, listFound, weighed, type FoundCounts, type FoundLine, type SearchFilter } from './queries-search.ts'
export { listNumbersBeginning, listTitlesBeginning, listTitlesWith, listWordsLike, type TitleLine } from './queries-suggest.ts'
export { readQueue } from './read-queue.ts'
export { readPublic, type PublicDocument, type PublicHand } from './read-public.ts'

/** Every document as the record should know it. */
export async function* recordedDocuments(db: Db): AsyncIterable<{ subject: string; content: unknown }> {
  for (const id of await listDocumentIds(db)) yield { subject: documentSubject(id), content: await documentContent(db, id) }
}
