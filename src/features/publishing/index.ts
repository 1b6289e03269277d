import type { Db } from '../../platform/database/index.ts'
import { batchContent, batchSubject } from './imports/batch.ts'
import { listBatches } from './imports/queries.ts'
import { listDocumentIds } from './queries-desk.ts'
import { documentContent, documentSubject } from './read-document.ts'

export { answerAgreement } from './agreements/answer-agreement.ts'
export { askAgreement } from './agreements/ask-agreement.ts'
export { readAskedOf } from './agreements/read-asked-of.ts'
export { answerFinding } from './answer-finding.ts'
export { attachFile } from './attach-file.ts'
export { changeDocument } from './change-document.ts'
export type { PublicKind } from './change.ts'
export { compareVersions } from './compare-versions.ts'
export { createDocument, createDocumentIn, type NewDocument } from './create-document.ts'
export { limits, runningStages, showsText, type Content, type Stage, type Standing } from './document.ts'
export { documentStands } from './filter.ts'
export { documentsThat, linesWithout, unitsReleasing } from './facts.ts'
export { examine, leaksIn, type AnsweredFinding } from './examine-document.ts'
export { examineFiles, type ExaminedFile } from './files/examine-files.ts'
export { admitFile, type FileWrong } from './files/admit-file.ts'
export { readFile } from './files/read-file.ts'
export { examineLoose } from './files/examine-loose.ts'
export type { FileWork } from './files/work-apart.ts'
export { wordsFor, type FileReading, type FileWeight } from './files/reading.ts'
export { weighFinding } from './files/weigh-finding.ts'
export { fileRules } from './files/file-rules.ts'
export { importDocuments, type ImportedFile } from './import-documents.ts'
export { normaliseAddress } from './imports/address.ts'
export { beginBatch } from './imports/begin-batch.ts'
export { decideBatch } from './imports/decide-batch.ts'
export { enterBatch } from './imports/enter-batch.ts'
export { findMoved } from './imports/find-moved.ts'
export { importPage, type ImportedPage, type PageToImport } from './imports/import-page.ts'
export { indexAgain } from './index-again.ts'
export { fingerprint } from './fingerprint-content.ts'
export { matchWords } from './match-words.ts'
export { mergeDocuments } from './merge-documents.ts'
export { attributes, audiences, genres, grounds, servedGroups, subjects } from './metadata.ts'
export { moveDocument, situationWith } from './move-document.ts'
export { numberScope, writeNumber } from './number.ts'
export { obstacles } from './move.ts'
export { officerMay, pseudonymOf, roleFor, type Officer } from './officer.ts'
export { ChangedText } from './pages/changed-text.tsx'
export { countWaitingByUnit } from './queries-board.ts'
export type { PublicChange } from './queries-changes.ts'
export { listForDesk, listRunningByTasks, type DeskLine } from './queries-desk.ts'
export { listFiles } from './queries-files.ts'
export { findLastChange, keepMatching, listChanges, type ChangeLine } from './queries-history.ts'
export { countReleased, listKnown, listTextMarks, type KnownRelease } from './queries-known.ts'
export { findLastPublicId, listAddresses, listNewestByDuty, listTitles, type PublicAddress } from './queries-listed.ts'
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
export { listByNumber, listFound, weighed, type FoundCounts, type FoundLine, type SearchFilter } from './queries-search.ts'
export { listNumbersBeginning, listTitlesBeginning, listTitlesWith, listWordsLike, type TitleLine } from './queries-suggest.ts'
export { findByIndexNumber, findDocument, findVersion as readVersion, type StoredDocument } from './queries.ts'
export { documentContent, documentSubject, readDocument, type WholeDocument } from './read-document.ts'
export { readHistory, type DocumentPast } from './read-history.ts'
export { readOwed } from './read-owed.ts'
export { readPublic, type PublicDocument, type PublicHand } from './read-public.ts'
export { readQueue } from './read-queue.ts'
export { routes } from './routes.tsx'
export { saveDraft } from './save-draft.ts'
export { momentAt, timeOf } from './scheduling/moment.ts'
export { releaseDue } from './scheduling/release-due.ts'
export { startCorrection } from './start-correction.ts'

/** Every document as the record should know it. */
export async function* recordedDocuments(db: Db): AsyncIterable<{ subject: string; content: unknown }> {
  for (const id of await listDocumentIds(db)) yield { subject: documentSubject(id), content: await documentContent(db, id) }
}

/** Every import of an older site as the record should know it. */
export async function* recordedImports(db: Db): AsyncIterable<{ subject: string; content: unknown }> {
  for (const batch of await listBatches(db)) yield { subject: batchSubject(batch.id), content: batchContent(batch) }
}
