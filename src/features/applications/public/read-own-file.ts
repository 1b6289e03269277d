import { NotFound } from '../../../kernel/faults.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { unsealBytes } from '../../../platform/seal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { aboutFile } from '../intake/attach-sent.ts'
import { readOwnCase } from './read-own-case.ts'

/** A file that was handed over with a reply, for its applicant. Throws NotFound for any other file of the case, and of other cases. */
export async function readOwnFile(site: Site, ref: string, fileId: number): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  const own = await readOwnCase(site, ref)
  const file = own.handed.find((one) => one.id === fileId)
  if (file === undefined) throw new NotFound('applications.file')
  const kept = await filesOf(site.config).read(file.sha256)
  const bytes = file.isSealed ? unsealBytes(site.keys, kept, aboutFile(ref)) : kept
  return { name: file.name, mediaType: file.mediaType, bytes }
}
