import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { type Actor, mustBeAllowed, pseudonym } from '../actor.ts'
import { lockSystem, saveSystem } from './queries.ts'
import { type System, systemContent, systemSubject } from './system.ts'

export type RevokeRefusal = 'revoked-already' | 'reason-missing'

/** Ends a token from this moment on. What the system wrote before stays. */
export async function revokeToken(
  site: Site,
  by: Exclude<Actor, 'system'>,
  id: number,
  reason: string,
): Promise<Outcome<System, RevokeRefusal>> {
  return site.database.transaction(async (db) => {
    const system = await lockSystem(db, id)
    if (system === undefined) throw new NotFound(systemSubject(id))
    mustBeAllowed(by, 'systems.manage', (await findUnit(db, system.unitId))?.path)
    const refusals: RevokeRefusal[] = []
    if (system.revokedAt !== undefined) refusals.push('revoked-already')
    if (reason.trim() === '') refusals.push('reason-missing')
    if (refusals.length > 0) return refused(...refusals)
    const revoked: System = { ...system, revokedAt: site.now() }
    await saveSystem(db, revoked)
    await record(db, {
      at: site.now(),
      actor: pseudonym(by),
      act: 'accounts.revoke-token',
      subject: systemSubject(id),
      content: systemContent(revoked),
      unitId: system.unitId,
      reason: reason.trim(),
    })
    return done(revoked)
  })
}
