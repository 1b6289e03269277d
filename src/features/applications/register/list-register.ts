import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import { keyOf } from './line.ts'
import { orderOf, readKey, writeKey, type Listing } from './listing.ts'
import { findSearchedUntil, listCases } from './queries.ts'
import { readLines, type ToldLine } from './read-lines.ts'
import { questionOf } from './read-register.ts'
import { unitsInReach } from './units-in-reach.ts'

/**
 * Lines of the register within the units that somebody reaches, without counts: for programs that walk it from end to end. `after` is
 * the `next` of the part before; one that belongs to another order is passed over.
 */
export async function listRegister(
  site: Site,
  officer: Officer,
  listing: Listing,
  { after, limit }: { after: string; limit: number },
): Promise<{ lines: ToldLine[]; next?: string }> {
  const db = site.database.read
  const order = orderOf(listing.view)
  const from = readKey(after, order)
  const reached = await unitsInReach(site, 'applications.read', officer.posts)
  const question = questionOf(site, officer, listing, reached)
  const found = await listCases(db, question, { after: from, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const key = found.length > limit && last !== undefined ? keyOf(last, order) : await findSearchedUntil(db, question, from)
  return { lines: await readLines(site, shown, reached.units), ...(key && { next: writeKey(key) }) }
}
