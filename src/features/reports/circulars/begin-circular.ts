import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { periodFrom } from '../figures/period.ts'
import { composeRefusals, type Circular, type ComposeRefusal } from './circular.ts'
import { governmentOf, peersOf } from './count-rows.ts'
import { circularPack } from './load-circular-pack.ts'
import { insertCircular } from './queries-circulars.ts'
import { circularContent, circularSubject } from './subject.ts'

/** Begins a circular: the office of a government tells what the units of one kind below it did in a period. */
export async function beginCircular(
  site: Site,
  personId: number,
  unit: Unit,
  asked: Pick<Circular, 'period' | 'peers' | 'method'>,
): Promise<Outcome<Circular, ComposeRefusal>> {
  return site.database.transaction(async (db) => {
    const units = await listUnits(db)
    const period = periodFrom(asked.period)
    const peers = period === undefined ? [] : peersOf({ units, government: governmentOf(unit, units), peers: asked.peers, period })
    const about = { ...asked, from: period?.from, peerCount: period === undefined ? 1 : peers.length }
    const refusals = composeRefusals(about, circularPack, site.today())
    if (refusals.length > 0 || period === undefined) return refused(...refusals)
    const at = site.now()
    const circular = await insertCircular(db, { ...asked, period: period.code, unitId: unit.id, begunBy: personId, begunAt: at })
    if (circular === undefined) return refused('begun-before')
    await record(db, {
      ...{ at, actor: `person:${personId}`, act: 'reports.begin-circular', subject: circularSubject(circular.id), unitId: unit.id },
      content: circularContent(circular),
    })
    return done(circular)
  })
}
