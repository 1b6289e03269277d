import { done } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { DamagedFile, filesOf } from '../../../platform/files/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { checkRules } from '../check-rules.ts'
import { factsOf } from '../examine-document.ts'
import { findDocument, lockDocument } from '../queries.ts'
import { documentContent, documentSubject } from '../read-document.ts'
import { refreshSearch } from '../release-document.ts'
import type { FileQuestion } from './examine-bytes.ts'
import { fileRules } from './file-rules.ts'
import { findFileToRead, listReadings, saveReading, type FileToRead } from './queries-reading.ts'
import type { FileReading } from './reading.ts'
import { workApart, type FileWork } from './work-apart.ts'

/**
 * Reads a file that goes with a document, and keeps what was found in it. Runs as a job after a file was attached; to run it twice does no
 * harm. What is wrong with the file is a finding; only what is wrong with the storage is thrown, so that the job is tried again.
 */
export async function readFile(site: Site, fileId: number, work: FileWork = workApart()): Promise<void> {
  const file = await findFileToRead(site.database.read, fileId)
  // A job may run twice; the second time there is nothing to add.
  if (file === undefined || (await listReadings(site.database.read, file.documentId)).has(fileId)) return
  const reading = await examined(site, file, work)
  await site.database.transaction(async (db) => {
    const document = await lockDocument(db, file.documentId)
    const now = await findFileToRead(db, fileId)
    if (document === undefined || now === undefined) return done(undefined)
    await saveReading(db, fileId, reading, site.now())
    if (now.isPublic) await refreshSearch(db, document)
    await record(db, {
      at: site.now(),
      actor: 'system',
      act: 'publishing.read-file',
      subject: documentSubject(document.id),
      unitId: document.unitId,
      content: await documentContent(db, document.id),
    })
    return done(undefined)
  })
}

async function examined(site: Site, file: FileToRead, work: FileWork): Promise<FileReading> {
  try {
    const bytes = await filesOf(site.config).read(file.sha256)
    return await work.examine(await fileQuestion(site, site.database.read, file.documentId, file.name), bytes)
  } catch (fault) {
    if (!(fault instanceof DamagedFile)) throw fault
    const because = 'damaged'
    return { state: 'unreadable', because, text: '', findings: [{ check: 'unreadable', because, count: 1, spots: [] }] }
  }
}

/** What whoever examines a file of a document must know. */
export async function fileQuestion(site: Site, db: Db, documentId: number, name: string): Promise<FileQuestion> {
  const { look, textChecks } = fileRules()
  const document = await findDocument(db, documentId)
  const { unitLevel, contacts, today } = await factsOf(site, db, document?.unitId ?? 0, '')
  return { name, limits: look, facts: { title: '', unitLevel, contacts, today }, rules: checkRules(), textChecks }
}
