import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listPeopleWithRole } from '../../accounts/index.ts'
import type { Unit } from '../../organisations/index.ts'
import { pseudonymOf, type Officer } from '../officer.ts'
import { batchContent, batchSubject, type Batch } from './batch.ts'
import { findOpenBatch, insertBatch } from './queries.ts'

export type BeginRefusal = 'source-missing' | 'no-officer'

/**
 * Begins an import of an older site into a unit, in the name of its information officer (or of the one with the given login). An import
 * that was cut off goes on: as long as nobody has decided, the same source is the same batch.
 */
export async function beginBatch(
  site: Site,
  unit: Unit,
  source: string,
  login?: string,
): Promise<Outcome<{ batch: Batch; officer: Officer }, BeginRefusal>> {
  return site.database.transaction(async (db) => {
    const people = await listPeopleWithRole(db, 'information-officer', unit.path, site.today())
    const person = people.find((one) => login === undefined || one.login === login)
    const refusals: BeginRefusal[] = []
    if (source.trim() === '') refusals.push('source-missing')
    if (person === undefined) refusals.push('no-officer')
    if (person === undefined || refusals.length > 0) return refused(...refusals)
    const officer: Officer = { personId: person.id, posts: [{ role: 'information-officer', unitPath: unit.path }] }
    const before = await findOpenBatch(db, unit.id, source.trim())
    if (before !== undefined) return done({ batch: before, officer })
    const begun = { unitId: unit.id, source: source.trim(), begunBy: person.id, begunAt: site.now() }
    const batch = await insertBatch(db, begun)
    await record(db, {
      at: site.now(),
      actor: pseudonymOf(officer),
      act: 'publishing.begin-import',
      subject: batchSubject(batch.id),
      unitId: unit.id,
      content: batchContent(batch),
    })
    return done({ batch, officer })
  })
}
