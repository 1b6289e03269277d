import { refused, type Outcome } from '../../../kernel/outcome.ts'
import { filesOf } from '../../../platform/files/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../officer.ts'
import { insertFile, listFiles, saveFileRemoved } from '../queries-files.ts'
import { changeFiles } from './change-files.ts'
import { examineFiles } from './examine-files.ts'
import { endingOf } from './name.ts'
import { deleteReading, saveReading } from './queries-reading.ts'
import { fileQuestion } from './read-file.ts'
import { mayClean, type FileReading } from './reading.ts'
import { workApart, type FileWork } from './work-apart.ts'

export type CleanRefusal = 'not-a-draft' | 'no-such-file' | 'nothing-to-clean' | 'not-clean'

/**
 * Puts a clean copy of a file in its place. The copy is examined like any other file, and refused when it still holds what it was to leave
 * out. The original is sealed: kept under its fingerprint, on the record, never public, and only to be seen by those who answer for it.
 */
export async function cleanAttachment(
  site: Site,
  officer: Officer,
  id: number,
  fileId: number,
  work: FileWork = workApart(),
): Promise<Outcome<void, CleanRefusal>> {
  const copy = await copyOf(site, id, fileId, work)
  if ('refusal' in copy) return refused(copy.refusal)
  const store = filesOf(site.config)
  const sha256 = await store.keep(copy.bytes)
  return changeFiles<CleanRefusal>(site, officer, id, 'publishing.clean', async (db, whole) => {
    const original = whole.files.find((file) => file.id === fileId)
    if (original === undefined) return ['no-such-file']
    await saveFileRemoved(db, id, fileId, site.now(), officer.personId)
    if (!original.isPublic) await deleteReading(db, fileId)
    const { name, mediaType } = original
    const stored = { name, mediaType, sizeBytes: copy.bytes.length, sha256, addedBy: officer.personId, addedAt: site.now() }
    const cleanId = await insertFile(db, id, { ...stored, cleanedFrom: fileId })
    await saveReading(db, cleanId, copy.reading, site.now())
    return []
  })
}

/** The copy is made and examined before anything is locked: it may take a while. */
async function copyOf(
  site: Site,
  id: number,
  fileId: number,
  work: FileWork,
): Promise<{ bytes: Buffer; reading: FileReading } | { refusal: CleanRefusal }> {
  const db = site.database.read
  const file = (await listFiles(db, id)).find((one) => one.id === fileId)
  if (file === undefined) return { refusal: 'no-such-file' }
  const [examined] = await examineFiles(db, id, [file])
  if (examined?.findings.some((finding) => finding.mayClean) !== true) return { refusal: 'nothing-to-clean' }
  const question = await fileQuestion(site, db, id, file.name)
  const bytes = await work.clean(question, await filesOf(site.config).read(file.sha256))
  const reading = bytes && (await work.examine(question, bytes))
  const isClean = reading?.state !== 'unreadable' && reading?.findings.some((finding) => mayClean(finding, endingOf(file.name))) === false
  return bytes !== undefined && reading !== undefined && isClean ? { bytes, reading } : { refusal: 'not-clean' }
}
