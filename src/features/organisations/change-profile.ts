import { NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { lockUnit, saveUnit } from './queries.ts'
import { unitContent, unitSubject } from './subject.ts'
import { exists, profileRefusals, type Profile, type Unit, type UnitRefusal } from './unit.ts'

/** Somebody else saved the unit since this form was opened; `theirs` is what stands now. */
export interface EditedMeanwhile {
  theirs: Unit
}

/**
 * Saves a unit's profile. `version` is the one the form was opened with: when another editor was quicker, nothing is lost and nothing
 * is overwritten; the second editor sees the difference.
 */
export async function changeProfile(
  site: Site,
  actor: string,
  id: number,
  version: number,
  profile: Profile,
): Promise<Outcome<Unit, UnitRefusal | EditedMeanwhile>> {
  return site.database.transaction(async (db) => {
    const unit = await lockUnit(db, id)
    if (unit === undefined) throw new NotFound(unitSubject(id))
    if (unit.version !== version) return refused<UnitRefusal | EditedMeanwhile>({ theirs: unit })
    const refusals = profileRefusals(profile)
    if (!exists(unit, site.today())) refusals.push('gone-already')
    if (refusals.length > 0) return refused<UnitRefusal | EditedMeanwhile>(...refusals)
    const saved = await saveUnit(db, { ...unit, ...profile, profileOn: site.today() })
    await record(db, { at: site.now(), actor, act: 'organisations.change-profile', subject: unitSubject(id), content: unitContent(saved) })
    return done(saved)
  })
}
