import { yearOf } from '../../kernel/day.ts'
import type { Db } from '../../platform/database/index.ts'
import { loadSynonyms } from '../../platform/search/load-synonyms.ts'
import { tsquery } from '../../platform/search/terms.ts'
import type { Site } from '../../platform/site.ts'
import { listCategories, listDuties } from '../catalogue/index.ts'
import { listUnits } from '../organisations/index.ts'
import { findLastChange, listChanges, matchWords, type ChangeLine } from '../publishing/index.ts'
import { mostUrgent, type Frequency } from './frequency.ts'
import { rules } from './load-rules.ts'
import { addNotices, hasFollows, listFollowedLists, listWanting, lockProgress, saveProgress } from './queries-notices.ts'
import { sendNotices } from './send-notices.ts'
import { liesIn, readWish, writeWish, type ListWish } from './wish.ts'

/**
 * Looks through the public changes since the last time and notes who is to be told of each; then mails those who want to know at once.
 * It goes on from where it got to, so a run that was cut off, or a second one beside it, tells nobody twice.
 */
export async function tellFollowers(site: Site): Promise<void> {
  while (await site.database.transaction((db) => tellBatch(db))) {
    // until nothing new is left
  }
  await sendNotices(site)
}

/** A list that somebody follows, with what it needs to be held against a document. */
interface FollowedList {
  target: string
  wish: ListWish
  paths: { unit?: string | undefined; category?: string | undefined }
}

async function tellBatch(db: Db): Promise<boolean> {
  const after = await lockProgress(db)
  if (!(await hasFollows(db))) {
    await saveProgress(db, await findLastChange(db))
    return false
  }
  const changes = await listChanges(db, { after, limit: rules.batch })
  const last = changes.at(-1)
  if (last === undefined) return false
  const places = await readPlaces(db)
  const lists = (await listFollowedLists(db)).flatMap((target) => listOf(target, places))
  for (const change of changes) {
    if (change.isMinor) continue
    const targets = [writeWish({ kind: 'document', indexNumber: change.indexNumber }), ...(await listsOf(db, lists, places, change))]
    await addNotices(db, noticesOf(change.changeId, await listWanting(db, targets, change.changeId)))
  }
  await saveProgress(db, last.changeId)
  return true
}

/** Whoever asked for a change in several ways is told once, in the most urgent of them. */
function noticesOf(changeId: number, wanting: readonly { followerId: number; frequency: Frequency }[]) {
  const asked = new Map<number, Frequency[]>()
  for (const { followerId, frequency } of wanting) asked.set(followerId, [...(asked.get(followerId) ?? []), frequency])
  return [...asked].map(([followerId, all]) => ({ followerId, changeId, frequency: mostUrgent(all) }))
}

interface Places {
  units: Map<number, { code: string; path: string }>
  categories: Map<number, { code: string; path: string }>
  duties: Map<number, { code: string; categoryId: number }>
}

async function readPlaces(db: Db): Promise<Places> {
  return {
    units: new Map((await listUnits(db)).map((unit) => [unit.id, unit])),
    categories: new Map((await listCategories(db)).map((category) => [category.id, category])),
    duties: new Map((await listDuties(db)).map((duty) => [duty.id, duty])),
  }
}

function listOf(target: string, places: Places): FollowedList[] {
  const wish = readWish(Object.fromEntries(new URLSearchParams(target)))
  if (wish?.kind !== 'list') return []
  const pathOf = (things: Map<number, { code: string; path: string }>, code: string | undefined) =>
    [...things.values()].find((one) => one.code === code)?.path
  return [{ target, wish, paths: { unit: pathOf(places.units, wish.unit), category: pathOf(places.categories, wish.category) } }]
}

const synonyms = loadSynonyms()

/** The lists that a document belongs to; their words are looked for only in those that its place is right for. */
async function listsOf(db: Db, lists: readonly FollowedList[], places: Places, change: ChangeLine): Promise<string[]> {
  const duty = change.dutyId === undefined ? undefined : places.duties.get(change.dutyId)
  const place = {
    unitPath: places.units.get(change.unitId)?.path ?? '/',
    categoryPath: (duty && places.categories.get(duty.categoryId)?.path) ?? '',
    dutyCode: duty?.code ?? '',
    year: yearOf(change.publishedOn),
  }
  const near = lists.filter((list) => liesIn(list.wish, list.paths, place))
  const worded = near.flatMap((list) => {
    const query = list.wish.words === '' ? undefined : tsquery(list.wish.words, synonyms)
    return query === undefined ? [] : [{ target: list.target, query }]
  })
  const hits = await matchWords(
    db,
    change.id,
    worded.map((one) => one.query),
  )
  const wordless = near.filter((list) => list.wish.words === '').map((list) => list.target)
  return [...wordless, ...worded.filter((_, at) => hits[at] === true).map((one) => one.target)]
}
