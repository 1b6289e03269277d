import type { Site } from '../../platform/site.ts'
import { searchRules } from './load-rules.ts'
import { plainWords } from './plain-words.ts'
import { addAsked } from './queries-asked.ts'

/** Counts a search made only of words of the field that found something, so that others may be offered it: the words, the day, how often. */
export async function countAsked(site: Site, typed: string): Promise<void> {
  const words = plainWords(typed)
  if (words === '') return
  await site.database.transaction((db) => addAsked(db, words, site.today(), searchRules.asked.mostTimesADay))
}
