import type { Site } from '../../../platform/site.ts'
import { cleanName, endingOf, mediaTypeFor } from './name.ts'

export type FileWrong = 'empty' | 'kind-not-allowed' | 'not-what-it-says' | 'too-large'

/** A file as somebody sent it, with the name and the kind under which it may be kept, or everything that is wrong with it. */
export interface AdmittedFile {
  name: string
  mediaType: string
  wrong: FileWrong[]
}

/**
 * Examines a file at the door, against the house rules: its name is cleaned of folders and of what no eye sees, and what it is, its bytes
 * decide, which must agree with its name. What stands in it is another matter, for the process that looks into files.
 */
export async function admitFile(site: Pick<Site, 'houseRules'>, file: { name: string; bytes: Buffer }): Promise<AdmittedFile> {
  const { largestBytes, nameCharacters } = site.houseRules.files
  const name = cleanName(file.name, nameCharacters)
  return { name, mediaType: mediaTypeFor(name) ?? 'application/octet-stream', wrong: await wrongWith(name, file.bytes, largestBytes) }
}

async function wrongWith(name: string, bytes: Buffer, largestBytes: number): Promise<FileWrong[]> {
  const wrong: FileWrong[] = []
  if (bytes.length === 0) wrong.push('empty')
  if (bytes.length > largestBytes) wrong.push('too-large')
  if (mediaTypeFor(name) === undefined) wrong.push('kind-not-allowed')
  if (wrong.length > 0) return wrong
  const { formatOf, formatsOf } = await import('../../../platform/extract/format.ts')
  return formatsOf[endingOf(name)]?.includes(await formatOf(bytes)) === true ? [] : ['not-what-it-says']
}
