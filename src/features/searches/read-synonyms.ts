import { keepWhileRecorded } from '../../platform/journal/index.ts'
import { readGroups } from '../../platform/search/load-synonyms.ts'
import { synonymsOf } from '../../platform/search/synonyms.ts'
import { listGroups } from './queries-synonyms.ts'

const packGroups = readGroups()

/** The synonyms of the field: those of the pack and the city's own. Read again only when the record has grown. */
export const readSynonyms = keepWhileRecorded(async (_site, db) => {
  const own = await listGroups(db)
  return synonymsOf([...packGroups, ...own.map((group) => group.words)])
})
