import { refused, type Outcome } from '../../kernel/outcome.ts'
import { filesOf } from '../../platform/files/index.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { Site } from '../../platform/site.ts'
import { changeFiles } from './files/change-files.ts'
import { admitFile, type FileWrong } from './files/admit-file.ts'
import { deleteReading } from './files/queries-reading.ts'
import type { Officer } from './officer.ts'
import { insertFile, saveFileRemoved } from './queries-files.ts'

export type AttachRefusal = 'not-a-draft' | 'too-many' | 'no-such-file' | FileWrong

/**
 * Adds a file to a draft, and queues its reading. Its name is cleaned of folders and of what no eye sees; what it is, its bytes decide, and
 * they must agree with its name. Its bytes are kept under their SHA-256.
 */
export async function attachFile(
  site: Site,
  officer: Officer,
  id: number,
  file: { name: string; mediaType?: string; bytes: Buffer },
): Promise<Outcome<void, AttachRefusal>> {
  const { most } = site.houseRules.files
  const { name, mediaType, wrong } = await admitFile(site, file)
  if (wrong.length > 0) return refused(...wrong)
  const sha256 = await filesOf(site.config).keep(file.bytes)
  return changeFiles<AttachRefusal>(site, officer, id, 'publishing.attach', async (db, whole) => {
    if (whole.files.length >= most) return ['too-many']
    const stored = { name, mediaType, sizeBytes: file.bytes.length, sha256, addedBy: officer.personId, addedAt: site.now() }
    const fileId = await insertFile(db, id, stored)
    await enqueue(db, 'publishing.read-file', { fileId }, { key: String(fileId) })
    return []
  })
}

/** Takes a file away from a draft; the record keeps its fingerprint, and what was read in it is forgotten. */
export async function detachFile(site: Site, officer: Officer, id: number, fileId: number): Promise<Outcome<void, AttachRefusal>> {
  return changeFiles<AttachRefusal>(site, officer, id, 'publishing.detach', async (db, whole) => {
    if (!(await saveFileRemoved(db, id, fileId, site.now(), officer.personId))) return ['no-such-file']
    if (whole.files.find((file) => file.id === fileId)?.isPublic !== true) await deleteReading(db, fileId)
    return []
  })
}
