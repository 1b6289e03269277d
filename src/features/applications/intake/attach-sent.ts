import type { Db } from '../../../platform/database/index.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { sealBytes } from '../../../platform/seal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { admitFile, type FileWrong } from '../../publishing/index.ts'
import { insertCaseFile, type FileRole } from '../cases/queries-files.ts'

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

/**
 * Keeps files that came from an applicant, each under a seal of its case: they show a face and a number. Files must have been found
 * good by `missingInSent`.
 */
export async function attachSent(
  site: Site,
  db: Db,
  about: { id: number; ref: string },
  role: FileRole,
  files: readonly SentFile[],
  addedBy?: number,
): Promise<void> {
  for (const file of files) {
    const { name, mediaType } = await admitFile(site, file)
    const sha256 = await filesOf(site.config).keep(sealBytes(site.keys, file.bytes, aboutFile(about.ref)))
    const sizeBytes = file.bytes.length
    await insertCaseFile(db, about.id, {
      ...{ role, name: sealedName(role, name), mediaType, sizeBytes, sha256, isSealed: true, originalHash: '' },
      ...{ addedBy, addedAt: site.now() },
    })
  }
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
