import type { Db } from '../../platform/database/index.ts'
import { difference, type Change } from '../../platform/text/difference.ts'
import { textOf } from './document.ts'
import { findVersion } from './queries.ts'
import type { DocumentPast } from './read-history.ts'

/** What changed between two open versions; undefined for any that is not open to the public. */
export async function compareVersions(db: Db, past: DocumentPast, from: number, to: number): Promise<Change[] | undefined> {
  if (!past.open.includes(from) || !past.open.includes(to)) return undefined
  const [before, after] = [await findVersion(db, past.document.id, from), await findVersion(db, past.document.id, to)]
  return before && after && difference(textOf(before), textOf(after))
}
