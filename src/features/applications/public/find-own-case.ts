import type { Site } from '../../../platform/site.ts'
import { codeAlphabet } from '../intake/code.ts'
import { hashOfCode, isSameHash } from '../intake/make-code.ts'
import { findCodeHash } from './queries.ts'

const nobodys = hashOfCode(codeAlphabet)

/**
 * The case that a number and a query code open; undefined where they do not fit. A number that does not exist costs the same look-up, the
 * same hash and the same comparisons as a wrong code, and is answered alike. What one unit handed over to another opens there with the
 * code that the applicant has.
 */
export async function findOwnCase(site: Site, number: string, code: string): Promise<string | undefined> {
  const typed = hashOfCode(code)
  const found = await findCodeHash(site.database.read, plainNumber(number))
  const [isOwn, isOrigin] = [isSameHash(typed, found?.codeHash ?? nobodys), isSameHash(typed, found?.originHash ?? nobodys)]
  return (isOwn || isOrigin) && found !== undefined ? found.ref : undefined
}

/** A number as it was typed, in the form in which it is kept: hyphens of any kind, no spaces. */
function plainNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[‐-―−]/g, '-')
    .slice(0, 100)
}
