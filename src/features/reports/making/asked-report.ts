import { NotFound } from '../../../kernel/faults.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { findKeeper, findUnit } from '../../organisations/index.ts'
import type { Officer } from '../../publishing/index.ts'
import type { MadeReport, ReportKind } from './made.ts'
import { findReport } from './queries.ts'

type Asked = Pick<Ask, 'site' | 'params'>

/** The report that an address names, an annual one unless told. Throws NotFound. */
export async function askedReport(ask: Asked, kinds: readonly ReportKind[] = ['annual']): Promise<MadeReport> {
  const id = ask.params['id'] ?? ''
  const report = /^\d{1,15}$/.test(id) ? await findReport(ask.site.database.read, Number(id)) : undefined
  if (report === undefined || !kinds.includes(report.kind)) throw new NotFound(`report ${id}`)
  return report
}

/** For the edge: the path of the unit whose report an address names; after its end, that of whoever answers for it now. */
export async function pathOfReport(ask: Asked): Promise<string | undefined> {
  const id = ask.params['id'] ?? ''
  const report = /^\d{1,15}$/.test(id) ? await findReport(ask.site.database.read, Number(id)) : undefined
  const unit = report && (await findUnit(ask.site.database.read, report.unitId))
  return unit && (await findKeeper(ask.site.database.read, unit, ask.site.today())).path
}

/** The officer who asks. Throws where the edge let somebody through who is not signed in. */
export function officerIn(ask: Ask): Officer {
  if (ask.visitor === undefined) throw new Error('an act without a visitor')
  return { personId: ask.visitor.personId, posts: ask.visitor.posts }
}
