import { countMissed } from '../../src/features/searches/index.ts'
import { listMissed } from '../../src/features/searches/queries-missed.ts'
import { addDays } from '../../src/kernel/day.ts'
import type { Site } from '../../src/platform/site.ts'

/** Words that somebody searched for in vain on each of the last three days, so that the office sees them. Gives their number. */
export async function givenMissed(site: Site, words: string): Promise<number> {
  for (const back of [2, 1, 0]) await countMissed({ ...site, today: () => addDays(site.today(), -back) }, words)
  const found = await listMissed(site.database.read, { isDecided: false, limit: 1000 })
  const missed = found.find((one) => one.words === words)
  if (missed === undefined) throw new Error(`the words ${words} were not kept`)
  return missed.id
}
