import type { Db } from '../../platform/database/index.ts'
import { listMissed } from './queries-missed.ts'
import { listEverySaved } from './queries-saved.ts'
import { listGroups } from './queries-synonyms.ts'
import { groupContent, groupSubject, missedContent, missedSubject, savedContent, savedSubject } from './subject.ts'

export { countAsked } from './count-asked.ts'
export { countMissed } from './count-missed.ts'
export { decideMissed } from './decide-missed.ts'
export { findAnswer, findMissedWords } from './find-answer.ts'
export { listAsked } from './list-asked.ts'
export { lookAtSearch } from './look-at-search.ts'
export type { Decision, Missed } from './missed.ts'
export { listSaved } from './queries-saved.ts'
export { readSynonyms } from './read-synonyms.ts'
export { removeSearch } from './remove-search.ts'
export { saveGroup } from './save-group.ts'
export { routes } from './routes.ts'
export { saveSearch } from './save-search.ts'
export type { SavedRefusal, SavedSearch } from './saved.ts'
export { tidySearches } from './tidy-searches.ts'

type Recorded = AsyncIterable<{ subject: string; content: unknown }>

/** What the record vouches for: decisions about words that found nothing, groups of synonyms, searches that people keep. */
export async function* recordedMissed(db: Db): Recorded {
  for (const missed of await listMissed(db, { isDecided: true, limit: 1_000_000 }))
    yield { subject: missedSubject(missed.id), content: missedContent(missed) }
}

export async function* recordedGroups(db: Db): Recorded {
  for (const group of await listGroups(db)) yield { subject: groupSubject(group.id), content: groupContent(group) }
}

export async function* recordedSearches(db: Db): Recorded {
  for (const saved of await listEverySaved(db)) yield { subject: savedSubject(saved.id), content: savedContent(saved) }
}
