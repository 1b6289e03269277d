import { dayOf, type Day } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { Gone } from '../../../platform/http/faults.tsx'
import type { Site } from '../../../platform/site.ts'
import { findUnit, type Unit } from '../../organisations/index.ts'
import { readPublic, type PublicDocument } from '../../publishing/index.ts'
import { documentPath, indexNumberFrom } from '../address.ts'

/** A public document as paper and voice need it. */
export interface Printed extends PublicDocument {
  unit: Unit
  /** The permanent address of its page, whole and without a language: whoever scans it reads it in their own. */
  address: string
  publishedAt: Date
  publishedOn: Day
}

/**
 * What may be printed and read aloud: what the public may read now. Throws Gone for what was removed, NotFound for the rest, also for
 * what was withdrawn or replaced: an old text is not put up anew.
 */
export async function readPrinted(site: Site, number: string | undefined): Promise<Printed> {
  const db = site.database.read
  const indexNumber = indexNumberFrom(number)
  const found = indexNumber === undefined ? 'none' : await readPublic(db, indexNumber)
  if (found === 'gone') throw new Gone(indexNumber)
  if (found === 'none' || found.document.standing !== 'published') throw new NotFound(`printed ${indexNumber ?? ''}`)
  const unit = await findUnit(db, found.document.unitId)
  const { publishedAt } = found.document
  if (unit === undefined || publishedAt === undefined) throw new NotFound(`printed ${indexNumber ?? ''}`)
  const address = `${site.config.baseUrl}${documentPath(found.document.indexNumber)}`
  return { ...found, unit, address, publishedAt, publishedOn: dayOf(publishedAt) }
}
