import { NotFound } from '../../../kernel/faults.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { pseudonymOf, type Officer } from '../../publishing/index.ts'
import { entryContent, entrySubject } from '../subject.ts'
import { lockEntry, strike } from './queries.ts'

/** Strikes a number that was entered by hand: it counts no longer, and stays to be read with who struck it. Struck twice is struck once. */
export async function strikeFigure(site: Site, officer: Officer, id: number): Promise<void> {
  await site.database.transaction(async (db) => {
    const entry = await lockEntry(db, id)
    if (entry === undefined) throw new NotFound(entrySubject(id))
    if (entry.struckAt !== undefined) return
    const at = site.now()
    await strike(db, id, officer.personId, at)
    await record(db, {
      ...{ at, actor: pseudonymOf(officer), act: 'reports.strike', subject: entrySubject(id), unitId: entry.unitId },
      content: entryContent({ ...entry, struckBy: officer.personId, struckAt: at }),
    })
  })
}
