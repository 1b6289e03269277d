import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { countAsked, countMissed, decideMissed, findMissedWords, saveGroup, type Decision } from '../features/searches/index.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { packageRoot } from '../platform/root.ts'
import { mustSucceed, type Stage } from './stage.ts'

interface Asked {
  words: string
  daysAgo: number[]
}

interface DemoSearches {
  missed: (Asked & { decision?: Decision; link?: string; reason?: string })[]
  asked: Asked[]
  synonyms: string[][]
}

/** Lets people search the city's documents, in vain and with success, and the office decide about some of it. */
export async function playSearches({ site }: Stage, today: Day): Promise<void> {
  const pack = JSON.parse(readFileSync(join(packageRoot, 'packs/demo/searches.json'), 'utf8')) as DemoSearches
  const on = (ago: number) => ({ ...site, today: () => addDays(today, -ago) })
  for (const { words, daysAgo } of pack.missed) for (const ago of daysAgo) await countMissed(on(ago), words)
  for (const { words, daysAgo } of pack.asked) for (const ago of daysAgo) await countAsked(on(ago), words)
  for (const group of pack.synonyms) mustSucceed(await saveGroup(site, 'system', { typed: group.join('\n') }), group.join())
  for (const { words, decision, link = '', reason = '' } of pack.missed) {
    const missed = decision === undefined ? undefined : await findMissedWords(site.database.read, words)
    if (missed !== undefined)
      mustSucceed(await decideMissed(site, 'system', missed.id, { decision, link, reason, version: missed.version }), words)
  }
}
