import type { Site } from '../../platform/site.ts'
import { checkRules, searchRules } from './load-rules.ts'
import { looksPersonal } from './looks-personal.ts'
import { isShown } from './missed.ts'
import { hashOf, plainWords } from './plain-words.ts'
import { addTimes, countNewOn, findSalt, insertMissed, listAsked, saveShown } from './queries-missed.ts'

/**
 * Counts a search that found nothing, without a trace of who asked: the words, the day, how often; no address, no session, no time.
 * What may say something about a person is not counted at all, and words are kept as a salted hash until they were asked often enough
 * on several days. One day counts only so often, and takes only so many new words, that nobody can fill the list alone.
 * It leaves no entry in the record, whose instants would be such a trace.
 */
export async function countMissed(site: Site, typed: string): Promise<void> {
  const rules = searchRules.missed
  const words = plainWords(typed)
  const today = site.today()
  const length = Array.from(words).length
  if (length < 2 || length > rules.longestWords || looksPersonal(typed, checkRules(), rules.longestDigits, today)) return
  await site.database.transaction(async (db) => {
    const hash = hashOf(words, await findSalt(db))
    const isFull = (await countNewOn(db, today)) >= rules.mostNewADay
    const id = await insertMissed(db, hash, isFull)
    if (id === undefined) return
    await addTimes(db, id, today, rules.mostTimesADay)
    if (isShown(await listAsked(db, id), rules)) await saveShown(db, id, words)
  })
}
