import { addDays } from '../../kernel/day.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { searchRules } from './load-rules.ts'
import { plainWords } from './plain-words.ts'
import { listAskedLike } from './queries-asked.ts'

/** What many people search for and begins like this. */
export async function listAsked(site: Site, db: Db, begins: string, limit: number): Promise<string[]> {
  const { shownFromTimes, lookBackDays } = searchRules.asked
  const since = addDays(site.today(), -lookBackDays)
  return listAskedLike(db, { begins: plainWords(begins), since, fromTimes: shownFromTimes, limit })
}
