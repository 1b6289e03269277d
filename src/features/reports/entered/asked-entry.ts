import { NotFound } from '../../../kernel/faults.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { findUnit } from '../../organisations/index.ts'
import { entrySubject } from '../subject.ts'
import type { Entry } from './entry.ts'
import { findEntry } from './queries.ts'

type Asked = Pick<Ask, 'site' | 'params'>

/** The number by hand that an address names. Throws NotFound. */
export async function askedEntry(asked: Asked): Promise<Entry> {
  const entry = await find(asked)
  if (entry === undefined) throw new NotFound(entrySubject(Number(asked.params['id'])))
  return entry
}

/** For the edge: the path of the unit whose number an address names. */
export async function pathOfEntry(asked: Asked): Promise<string | undefined> {
  const entry = await find(asked)
  return entry && (await findUnit(asked.site.database.read, entry.unitId))?.path
}

async function find({ site, params }: Asked): Promise<Entry | undefined> {
  const id = params['id'] ?? ''
  return /^\d{1,15}$/.test(id) ? findEntry(site.database.read, Number(id)) : undefined
}
