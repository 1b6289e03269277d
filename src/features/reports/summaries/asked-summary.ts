import { NotFound } from '../../../kernel/faults.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { findUnit } from '../../organisations/index.ts'
import { findSummary } from './queries.ts'
import type { Summary } from './summary.ts'

type Asked = Pick<Ask, 'site' | 'params'>

/** The summary that an address names. Throws NotFound. */
export async function askedSummary(asked: Asked): Promise<Summary> {
  const summary = await find(asked)
  if (summary === undefined) throw new NotFound(`summary ${asked.params['id']}`)
  return summary
}

/** For the edge: the path of the unit whose summary an address names. */
export async function pathOfSummary(asked: Asked): Promise<string | undefined> {
  const summary = await find(asked)
  return summary && (await findUnit(asked.site.database.read, summary.unitId))?.path
}

async function find({ site, params }: Asked): Promise<Summary | undefined> {
  const id = params['id'] ?? ''
  return /^\d{1,15}$/.test(id) ? findSummary(site.database.read, Number(id)) : undefined
}
