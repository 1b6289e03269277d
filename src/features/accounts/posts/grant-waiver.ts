import { done, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnitByCode } from '../../organisations/index.ts'
import { type Actor, mustBeAllowed, pseudonym } from '../actor.ts'
import { insertWaiver } from './queries.ts'
import { waive, type Waiver, waiverContent, type WaiverRefusal, waiverSubject } from './waiver.ts'

/** Lets one unit, named by its code, do with fewer people for a while. The reason and whoever granted it stay on the record. */
export async function grantWaiver(
  site: Site,
  by: Exclude<Actor, 'system'>,
  given: { unit: string; reason: string; sinceOn: string; untilOn: string },
): Promise<Outcome<Waiver, WaiverRefusal>> {
  return site.database.transaction(async (db) => {
    const unit = await findUnitByCode(db, given.unit.trim())
    mustBeAllowed(by, 'waivers.grant', unit?.path)
    const outcome = waive(given, { unit, today: site.today() })
    if (!outcome.ok || unit === undefined) return outcome as Outcome<Waiver, WaiverRefusal>
    const waiver = await insertWaiver(db, { ...outcome.value, unitId: unit.id, grantedById: by.personId })
    await record(db, {
      at: site.now(),
      actor: pseudonym(by),
      act: 'accounts.grant-waiver',
      subject: waiverSubject(waiver.id),
      content: waiverContent(waiver),
      reason: waiver.reason,
      unitId: unit.id,
    })
    return done(waiver)
  })
}
