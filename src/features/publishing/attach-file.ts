import { NotAllowed, NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import { filesOf } from '../../platform/files/index.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { findUnit } from '../organisations/index.ts'
import { officerMay, pseudonymOf, type Officer } from './officer.ts'
import { insertFile, saveFileRemoved } from './queries-files.ts'
import { documentContent, documentSubject, readLocked } from './read-document.ts'

export type AttachRefusal = 'not-a-draft' | 'empty' | 'kind-not-allowed' | 'too-many' | 'no-such-file'

const allowed = /\.(pdf|docx?|xlsx?|pptx?|odt|ods|txt|csv|png|jpe?g|zip|ofd)$/i
const mostFiles = 20

/** Adds a file to a draft. Its name is kept as it came, without any folder; its bytes are kept under their SHA-256. */
export async function attachFile(
  site: Site,
  officer: Officer,
  id: number,
  file: { name: string; mediaType: string; bytes: Buffer },
): Promise<Outcome<void, AttachRefusal>> {
  const name = file.name.replace(/^.*[\\/]/, '').slice(-200)
  const wrong: AttachRefusal[] = []
  if (file.bytes.length === 0) wrong.push('empty')
  if (!allowed.test(name)) wrong.push('kind-not-allowed')
  if (wrong.length > 0) return refused(...wrong)
  const sha256 = await filesOf(site.config).keep(file.bytes)
  return changeFiles(site, officer, id, 'publishing.attach', async (db, count) => {
    if (count >= mostFiles) return ['too-many']
    const stored = { name, mediaType: file.mediaType, sizeBytes: file.bytes.length, sha256, addedBy: officer.personId, addedAt: site.now() }
    await insertFile(db, id, stored)
    return []
  })
}

/** Takes a file away from a draft; the record keeps its fingerprint. */
export async function detachFile(site: Site, officer: Officer, id: number, fileId: number): Promise<Outcome<void, AttachRefusal>> {
  return changeFiles(site, officer, id, 'publishing.detach', async (db) => {
    return (await saveFileRemoved(db, id, fileId, site.now(), officer.personId)) ? [] : ['no-such-file']
  })
}

async function changeFiles(
  site: Site,
  officer: Officer,
  id: number,
  act: string,
  change: (db: Db, count: number) => Promise<AttachRefusal[]>,
): Promise<Outcome<void, AttachRefusal>> {
  return site.database.transaction(async (db) => {
    const whole = await readLocked(db, id)
    if (whole === undefined) throw new NotFound(documentSubject(id))
    const unitPath = (await findUnit(db, whole.document.unitId))?.path ?? ''
    if (!officerMay(officer, 'documents.write', unitPath)) throw new NotAllowed('documents.write')
    if (whole.document.stage !== 'draft') return refused<AttachRefusal>('not-a-draft')
    const refusals = await change(db, whole.files.length)
    if (refusals.length > 0) return refused(...refusals)
    const subject = documentSubject(id)
    await record(db, {
      at: site.now(),
      actor: pseudonymOf(officer),
      act,
      subject,
      unitId: whole.document.unitId,
      content: await documentContent(db, id),
    })
    return done(undefined)
  })
}
