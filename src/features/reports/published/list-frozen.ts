import type { Db } from '../../../platform/database/index.ts'
import type { Fact, Facts, Scope } from '../../../platform/facts.ts'

/** Some of the records behind a frozen number, in their order. */
export interface FrozenRecords {
  facts: readonly Fact[]
  /** The id to go on after; undefined at the end. */
  next?: number | undefined
  /** How many of them would not be counted any more: taken back, or set apart since. */
  gone: number
}

/** Lists the records that a number was frozen with: those that would be counted today and were not then are left out. */
export async function listFrozen(
  db: Db,
  source: Facts,
  scope: Scope,
  { ids, after, limit }: { ids: readonly number[]; after: number; limit: number },
): Promise<FrozenRecords> {
  const frozen = new Set(ids)
  const now = new Set(await source.ids(db, scope))
  const facts: Fact[] = []
  for (let from = after; facts.length <= limit;) {
    const page = await source.list(db, scope, from, limit + 1)
    facts.push(...page.filter(({ id }) => frozen.has(id)))
    if (page.length <= limit) break
    from = page.at(-1)?.id ?? from
  }
  const shown = facts.slice(0, limit)
  const gone = ids.filter((id) => !now.has(id)).length
  return { facts: shown, next: facts.length > limit ? shown.at(-1)?.id : undefined, gone }
}
