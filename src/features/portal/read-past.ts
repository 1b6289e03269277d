import { NotFound } from '../../kernel/faults.ts'
import { Gone } from '../../platform/http/faults.tsx'
import type { Site } from '../../platform/site.ts'
import { readHistory, type DocumentPast } from '../publishing/index.ts'
import { indexNumberFrom } from './address.ts'

/** The public history of a document. Throws NotFound for what was never published or is not for everybody, and Gone for what was removed. */
export async function readPast(site: Site, number: string): Promise<DocumentPast> {
  const indexNumber = indexNumberFrom(number)
  const found = indexNumber === undefined ? 'none' : await readHistory(site.database.read, indexNumber)
  if (found === 'gone') throw new Gone(indexNumber)
  if (found === 'none') throw new NotFound(`document ${indexNumber ?? ''}`)
  return found
}
