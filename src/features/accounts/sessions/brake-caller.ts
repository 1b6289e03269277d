import type { Site } from '../../../platform/site.ts'
import type { CallerKind } from '../load-security.ts'
import { bookTry } from './book-try.ts'
import { nameOfAddress } from './name-brakes.ts'

/**
 * Slows a caller who sends a public form over and over: answers how many seconds they must wait, 0 when they may go on. The network
 * address is never stored, only a name made of it under a key that dies with the process.
 */
export async function brakeCaller(site: Site, kind: CallerKind, address: string): Promise<number> {
  return bookTry(site, [{ name: `${kind}:${nameOfAddress(address)}`, kind }])
}
