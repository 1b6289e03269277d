import { addDays } from '../../kernel/day.ts'
import type { Site } from '../../platform/site.ts'
import { searchRules } from './load-rules.ts'
import { deleteAskedBefore } from './queries-asked.ts'
import { deleteOldCounts, deleteUnshown } from './queries-missed.ts'

/** Takes away what was asked long ago: counts past their use, and hashes that never became words. */
export async function tidySearches(site: Site): Promise<void> {
  const { missed, asked } = searchRules
  const daysAgo = (count: number) => addDays(site.today(), -count)
  await site.database.transaction(async (db) => {
    await deleteOldCounts(db, daysAgo(missed.forgetCountsDays))
    await deleteUnshown(db, daysAgo(missed.forgetUnshownDays))
    await deleteAskedBefore(db, daysAgo(asked.lookBackDays))
  })
}
