import type { Fact } from '../../../platform/facts.ts'
import type { Site } from '../../../platform/site.ts'
import { tasksThat } from '../../catalogue/index.ts'
import { figureOf } from '../figures/all-figures.ts'
import { scopeOf } from '../figures/count-figures.ts'
import type { MadeStatement } from './make-statement.ts'
import { readHalfYearLines } from './read-half-year-lines.ts'
import { periodOf } from './read-quarter-lines.ts'
import { addressOf, statementColumns } from './statement.ts'

/** The records behind one number of a statement. */
export interface BehindCell {
  address: string
  count: number
  facts: readonly Fact[]
  /** After this id the list goes on. */
  next?: number | undefined
}

/** Which part of a list: from after an id, so many. */
interface Part {
  after: number
  limit: number
}

/** The records behind a counted cell, from after an id; undefined for an address that the statement does not have, or does not count. */
export async function listBehindCell(
  site: Site,
  made: MadeStatement,
  address: string,
  { after, limit }: Part,
): Promise<BehindCell | undefined> {
  for (const { code, cells } of made.lines)
    for (const { column, origin, value } of cells) {
      if (addressOf(code, column) !== address || origin !== 'counted' || value === null) continue
      const found = await listFacts(site, made, { code, column }, { after, limit })
      const facts = found.slice(0, limit)
      return { address, count: value, facts, next: found.length > limit ? facts.at(-1)?.id : undefined }
    }
  return undefined
}

type Place = { code: string; column: MadeStatement['lines'][number]['cells'][number]['column'] }

async function listFacts(
  site: Site,
  { content, question }: MadeStatement,
  { code, column }: Place,
  { after, limit }: Part,
): Promise<Fact[]> {
  const db = site.database.read
  if (content.kind === 'quarter') {
    const figure = figureOf(code)
    const scope = scopeOf({ ...question, period: periodOf(column, question.period) }, figure?.unitKinds)
    return (await figure?.facts?.list(db, scope, after, limit + 1)) ?? []
  }
  const { behind } = await readHalfYearLines(site, question)
  const ids = (behind.get(addressOf(code, column)) ?? []).filter((id) => id > after)
  const stand = statementColumns['half-year'].find((one) => one === column)
  const all = stand === undefined ? [] : await tasksThat(stand).list(db, scopeOf(question), (ids[0] ?? 1) - 1, Number.MAX_SAFE_INTEGER)
  return all.filter(({ id }) => ids.includes(id)).slice(0, limit + 1)
}
