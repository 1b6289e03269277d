import { addDays, type Day } from '../../kernel/day.ts'
import { loadSynonyms } from '../../platform/search/load-synonyms.ts'
import { tsquery } from '../../platform/search/terms.ts'
import type { Site } from '../../platform/site.ts'
import {
  keepMatching,
  listChanges,
  listPublic,
  showsText,
  type ChangeLine,
  type PublicFilter,
  type PublicLine,
} from '../publishing/index.ts'
import type { Question } from './question.ts'
import type { Places } from './read-places.ts'

/** What a feed of a list holds: the documents, each with the last of its changes that is worth a reader's while, and what went away. */
export interface ListFeed {
  documents: { line: PublicLine; change?: ChangeLine }[]
  gone: ChangeLine[]
}

const feedSize = 50
const mostChanges = 500
const synonyms = loadSynonyms()

/**
 * What is new in a list and what was changed in it lately, the latest first, and what was taken out of it lately. Undefined when the
 * list asks for a unit, category or line of the catalogue that there is not.
 */
export async function readFeed(site: Site, places: Places, question: Question): Promise<ListFeed | undefined> {
  const db = site.database.read
  const filter = filterOf(question, places)
  if (filter === undefined) return undefined
  if (question.words !== '' && filter.words === undefined) return { documents: [], gone: [] }
  const { unitIds, dutyIds, ...wanted } = filter
  const since = startOf(addDays(site.today(), -site.houseRules.feedDays))
  const changes = (await listChanges(db, { since, unitIds, dutyIds, limit: mostChanges })).filter((one) => !one.isMinor)
  const last = new Map([...changes].reverse().map((change) => [change.id, change]))
  const living = [...last.values()].filter((change) => showsText(change.standing as Parameters<typeof showsText>[0]))
  const held = await keepMatching(
    db,
    living.map((change) => change.id),
    wanted,
  )
  const lines = new Map<number, PublicLine>((await listPublic(db, { ...wanted, limit: feedSize })).map((line) => [line.id, line]))
  for (const change of living) if (held.has(change.id)) lines.set(change.id, change)
  const documents = [...lines.values()]
    .map((line) => ({ line, change: last.get(line.id) }))
    .sort((a, b) => instantOf(b).getTime() - instantOf(a).getTime() || b.line.id - a.line.id)
    .slice(0, feedSize)
  const gone = [...last.values()].filter((change) => !living.includes(change) && isOfYear(change, question.year)).slice(0, feedSize)
  return { documents, gone }
}

/** When a reader should look at it again. */
export function instantOf({ line, change }: ListFeed['documents'][number]): Date {
  return change?.at ?? line.publishedAt
}

/** What was taken out of the list is known by where it stood, and by its words no more: a reader passes over what it never had. */
function filterOf(
  question: Question,
  places: Places,
): (Omit<PublicFilter, 'limit'> & { unitIds?: number[]; dutyIds?: number[] }) | undefined {
  const unit = [...places.units.values()].find((one) => one.code === question.unit)
  const category = places.categories.find((one) => one.code === question.category)
  const duty = places.everyDuty.find((one) => one.code === question.duty)
  const isUnknown =
    (question.unit !== undefined && unit === undefined) ||
    (question.category !== undefined && category === undefined) ||
    (question.duty !== undefined && duty === undefined)
  if (isUnknown) return undefined
  const within = category && places.categories.filter((one) => one.path.startsWith(category.path)).map((one) => one.id)
  const duties = duty === undefined ? places.everyDuty.filter((one) => within?.includes(one.categoryId)) : [duty]
  const words = question.words === '' ? undefined : tsquery(question.words, synonyms)
  return {
    ...{ words, unitPath: unit?.path, categoryPath: category?.path, dutyId: duty?.id, year: question.year },
    unitIds: unit && [...places.units.values()].filter((one) => one.path.startsWith(unit.path)).map((one) => one.id),
    dutyIds: within === undefined && duty === undefined ? undefined : duties.map((one) => one.id),
  }
}

function isOfYear({ publishedOn }: PublicLine, year: number | undefined): boolean {
  return year === undefined || publishedOn.startsWith(String(year))
}

function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`)
}
