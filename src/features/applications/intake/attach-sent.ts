import type { Db } from '../../../platform/database/index.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { sealBytes } from '../../../platform/seal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { admitFile, type FileWrong } from '../../publishing/index.ts'
import { insertCaseFile, type CaseFile, type FileRole } from '../cases/queries-files.ts'

/** A file as an applicant, or somebody at the counter, sends it. */
export interface SentFile {
  name: string
  bytes: Buffer
}

export type SentMissing = `file-${FileWrong}` | 'file-too-many'

/** Everything that is wrong with the files that came with a form. */
export async function missingInSent(site: Pick<Site, 'houseRules'>, files: readonly SentFile[]): Promise<SentMissing[]> {
  const found = new Set<SentMissing>()
  if (files.length > site.houseRules.files.most) found.add('file-too-many')
  for (const file of files) for (const wrong of (await admitFile(site, file)).wrong) found.add(`file-${wrong}`)
  return [...found]
}

/** A file of an applicant that lies sealed in the store, and in no case yet. */
export type KeptFile = Pick<CaseFile, 'role' | 'name' | 'mediaType' | 'sizeBytes' | 'sha256'>

/**
 * Keeps files that came from an applicant, each under a seal of its case: they show a face and a number. Called before the transaction
 * of the case, because the record waits for nobody's disk. Files must have been found good by `missingInSent`.
 */
export async function keepSent(site: Site, ref: string, role: FileRole, files: readonly SentFile[]): Promise<KeptFile[]> {
  return Promise.all(
    files.map(async (file) => {
      const { name, mediaType } = await admitFile(site, file)
      const sha256 = await filesOf(site.config).keep(sealBytes(site.keys, file.bytes, aboutFile(ref)))
      return { role, name: sealedName(role, name), mediaType, sizeBytes: file.bytes.length, sha256 }
    }),
  )
}

/** Adds kept files to their case. */
export async function attachKept(site: Site, db: Db, applicationId: number, files: readonly KeptFile[], addedBy?: number): Promise<void> {
  for (const file of files)
    await insertCaseFile(db, applicationId, { ...file, isSealed: true, originalHash: '', addedBy, addedAt: site.now() })
}

/** What the seal of a case's files is bound to. */
export function aboutFile(ref: string): string {
  return `applications.file:${ref}`
}

/** People call the pictures of their papers after themselves: what they send is kept under a name of ours. */
function sealedName(role: FileRole, name: string): string {
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? ''
  return `${role}${ending}`
}
