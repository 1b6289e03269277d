import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Unit } from '../../organisations/index.ts'
import { periodFrom } from '../figures/period.ts'
import { beginRefusals, type BeginRefusal, type Bulletin } from './bulletin.ts'
import { bulletinForm } from './load-bulletin-form.ts'
import { insertBulletin } from './queries-bulletins.ts'
import { bulletinContent, bulletinSubject } from './subject.ts'

/** Begins the bulletin of a town for a quarter that runs or is over. */
export async function beginBulletin(site: Site, personId: number, unit: Unit, quarter: string): Promise<Outcome<Bulletin, BeginRefusal>> {
  const period = periodFrom(quarter)
  const refusals = beginRefusals(unit, bulletinForm.kinds, period, site.today())
  if (refusals.length > 0 || period === undefined) return refused(...refusals)
  return site.database.transaction(async (db) => {
    const at = site.now()
    const bulletin = await insertBulletin(db, { unitId: unit.id, quarter: period.code, begunBy: personId, begunAt: at })
    if (bulletin === undefined) return refused('begun-before')
    await record(db, {
      ...{ at, actor: `person:${personId}`, act: 'reports.begin-bulletin', subject: bulletinSubject(bulletin.id), unitId: unit.id },
      content: bulletinContent(bulletin),
    })
    return done(bulletin)
  })
}
