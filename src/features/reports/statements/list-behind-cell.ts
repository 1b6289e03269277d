import type { Fact, Facts, Scope } from '../../../platform/facts.ts'
import type { Site } from '../../../platform/site.ts'
import { tasksThat } from '../../catalogue/index.ts'
import { figureOf } from '../figures/all-figures.ts'
import { scopeOf } from '../figures/count-figures.ts'
import type { MadeStatement } from './make-statement.ts'
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
      const found = await listFacts(site, made, address, { after, limit })
      const facts = found.slice(0, limit)
      return { address, count: value, facts, next: found.length > limit ? facts.at(-1)?.id : undefined }
    }
  return undefined
}

/** Where the records behind a cell are read; undefined for an address that a statement of its kind does not have, or does not count. */
export function sourceOf({ content, question }: Asked, address: string): { facts: Facts; scope: Scope } | undefined {
  if (content.kind === 'half-year') {
    const stand = statementColumns['half-year'].find((one) => address.endsWith(`/${one}`))
    return stand && { facts: tasksThat(stand), scope: scopeOf(question) }
  }
  const column = statementColumns.quarter.find((one) => address.endsWith(`/${one}`))
  const figure = column && figureOf(address.slice(0, -column.length - 1))
  if (column === undefined || figure?.facts === undefined) return undefined
  return { facts: figure.facts, scope: scopeOf({ ...question, period: periodOf(column, question.period) }, figure.unitKinds) }
}

type Asked = Pick<MadeStatement, 'content' | 'question'>

async function listFacts(site: Site, made: MadeStatement, address: string, { after, limit }: Part): Promise<Fact[]> {
  const [source, db] = [sourceOf(made, address), site.database.read]
  if (source === undefined) return []
  if (made.behind === undefined) return source.facts.list(db, source.scope, after, limit + 1)
  const ids = (made.behind.get(address) ?? []).filter((id) => id > after)
  return source.facts.byIds(db, source.scope, ids.slice(0, limit + 1))
}
