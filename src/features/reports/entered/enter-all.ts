import type { Db } from '../../../platform/database/index.ts'
import { recordAll, type Change } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { pseudonymOf, type Officer } from '../../publishing/index.ts'
import { entryContent, entrySubject } from '../subject.ts'
import type { Entry } from './entry.ts'
import { insertEntries, strikeStanding } from './queries-enter.ts'

/** Numbers that were found right, in a few statements however many they are: what stood for the same is struck, and all of it recorded. */
export async function enterAll(site: Site, db: Db, officer: Officer, numbers: readonly NewNumber[]): Promise<Entry[]> {
  const at = site.now()
  const told = (act: string, entry: Entry): Change => ({
    ...{ at, actor: pseudonymOf(officer), act, subject: entrySubject(entry.id), unitId: entry.unitId },
    content: entryContent(entry),
  })
  const struck = await strikeStanding(db, numbers, officer.personId, at)
  const entries = await insertEntries(db, numbers, officer.personId, at)
  await recordAll(db, [...struck.map((entry) => told('reports.strike', entry)), ...entries.map((entry) => told('reports.enter', entry))])
  return entries
}

export type NewNumber = Pick<Entry, 'unitId' | 'figure' | 'from' | 'until' | 'value' | 'isAtLeast' | 'evidence'>
