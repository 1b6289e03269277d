import type { Day } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Unit } from '../../organisations/index.ts'
import { laidDown, type DutyRefusal } from '../duty.ts'
import { findStatute } from '../find-statute.ts'
import { findDuty, type StoredDuty } from '../queries.ts'
import { dutySubject } from '../subject.ts'
import { looserThan, type LooserRefusal } from './inheritance.ts'
import { dutyOfUnit, partLine } from './part-line.ts'
import { lockLine } from './queries.ts'
import type { Columns } from './template.ts'

export type TightenRefusal = DutyRefusal | LooserRefusal | 'not-owed' | 'edited-meanwhile'

/** What a unit wants of itself. What the line above fixes (title, basis, category) stays as it is. */
export interface OwnDemands {
  version: number
  columns: Pick<
    Columns,
    'rule' | 'channels' | 'audience' | 'mode' | 'levels' | 'isRequired' | 'elementsZh' | 'elementsEn' | 'guidanceZh' | 'guidanceEn'
  >
  untilOn?: Day | undefined
}

/** A unit asks more of itself than the line above asks: shorter times, more channels. Anything less is refused, with every reason. */
export async function tightenLine(
  site: Site,
  actor: string,
  dutyId: number,
  unit: Unit,
  demands: OwnDemands,
): Promise<Outcome<StoredDuty, TightenRefusal>> {
  return site.database.transaction(async (db) => {
    const lineId = (await findDuty(db, dutyId))?.above?.lineId
    const line = lineId === undefined ? undefined : await lockLine(db, lineId)
    if (line === undefined) throw new NotFound(dutySubject(dutyId))
    const duty = await dutyOfUnit(db, line, unit.id)
    const held = line.editions.find((one) => one.id === duty?.above?.editionId)
    if (duty === undefined || held === undefined) return refused('not-owed')
    const columns: Columns = { ...held.columns, ...demands.columns }
    const refusals: TightenRefusal[] = looserThan(held.columns, { ...columns, untilOn: demands.untilOn }, site.houseRules.atOnce)
    const { categoryId: _, ...asDuty } = columns
    const sound = laidDown({ ...asDuty, code: duty.code, sinceOn: duty.sinceOn }, findStatute(site, site.today()).term)
    if (!sound.ok) refusals.push(...sound.refusals)
    if (duty.id !== dutyId || duty.version !== demands.version) refusals.push('edited-meanwhile')
    if (refusals.length > 0) return refused(...refusals)
    const own = await partLine(site, db, actor, 'catalogue.tighten', unit, { line, edition: held, columns })
    await enqueue(db, 'catalogue.plan-tasks', {}, { key: 'all', runAt: site.now() })
    return done(own)
  })
}
