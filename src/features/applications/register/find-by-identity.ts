import { recordAll, type Change } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import { caseContent, caseSubject } from '../cases/case-content.ts'
import { identityHash } from '../cases/seal-applicant.ts'
import { lockByIds } from '../cases/queries.ts'
import type { CaseLine } from './line.ts'
import { listByIdentity } from './queries-work.ts'

/** Cases that one search may find: each gets an entry, and whoever looks for a person needs no more. */
const mostFound = 200

/**
 * The cases of whoever has this identity number, the newest first, within some units. Whoever looks for a person learns who asked: each
 * case that is found gets an entry in the record, and the number stands in none.
 */
export async function findByIdentity(site: Site, officer: Officer, unitIds: readonly number[], number: string): Promise<CaseLine[]> {
  return site.database.transaction(async (db) => {
    const found = await listByIdentity(db, unitIds, identityHash(site, number), mostFound)
    await lockByIds(
      db,
      found.map(({ id }) => id),
    )
    const changes: Change[] = []
    for (const { id, unitId } of found.toReversed()) {
      changes.push({
        ...{ at: site.now(), actor: `person:${officer.personId}`, act: 'applications.find-person', subject: caseSubject(id), unitId },
        content: await caseContent(db, id),
      })
    }
    await recordAll(db, changes)
    return found
  })
}
