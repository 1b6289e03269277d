import type { Db } from '../../../platform/database/index.ts'
import type { Fact, Facts, Scope } from '../../../platform/facts.ts'
import type { Drift } from './drift.ts'

/** Some of the records that changed behind a number: those that would be counted now and were not, and those that were and would not. */
export interface ChangedRecords {
  added: readonly Fact[]
  removed: readonly Fact[]
  /** How many of these are not there at all any more. */
  gone: number
  /** After this id the list goes on. */
  next?: number | undefined
}

const listLength = 50

/** Lists the records that changed behind a number, from after an id, also those that count no longer. */
export async function listChanged(
  db: Db,
  { added, removed }: Drift,
  { facts, scope }: { facts: Facts; scope: Scope },
  after: number,
): Promise<ChangedRecords> {
  const rest = [...added, ...removed].filter((id) => id > after).toSorted((one, other) => one - other)
  const page = rest.slice(0, listLength)
  const found = await facts.byIds(db, scope, page)
  const isAdded = new Set(added)
  return {
    ...{ added: found.filter(({ id }) => isAdded.has(id)), removed: found.filter(({ id }) => !isAdded.has(id)) },
    ...{ gone: page.length - found.length, next: rest.length > page.length ? page.at(-1) : undefined },
  }
}
