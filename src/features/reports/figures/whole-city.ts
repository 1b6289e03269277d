import { may } from '../../../kernel/policy.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { listUnits } from '../../organisations/index.ts'

/** For the edge: the path of the highest unit, for what holds for the whole city. */
export async function pathOfCity({ site }: Ask): Promise<string | undefined> {
  return (await listUnits(site.database.read)).find(({ parentId }) => parentId === undefined)?.path
}

/** May the visitor lay down which lines of the catalogue count, for everybody? */
export async function mayMapLines(ask: Ask): Promise<boolean> {
  return may('reports.lines', ask.visitor?.posts ?? [], await pathOfCity(ask))
}
