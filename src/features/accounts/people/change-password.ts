import { NotFound } from '../../../kernel/faults.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { personPseudonym } from '../actor.ts'
import { security } from '../load-security.ts'
import { tryOwnPassword } from '../sessions/confirm-password.ts'
import { removeHalfSessionsOf, saveSessionsEnded, saveSessionUse } from '../sessions/queries.ts'
import { hashPassword } from './hash-password.ts'
import { judgePassword, type PasswordRefusal } from './password.ts'
import { type Person, personContent, personSubject } from './person.ts'
import { findPerson, lockPerson, savePerson } from './queries.ts'
import { tellPerson } from './tell-person.ts'

export type ChangePasswordRefusal = PasswordRefusal | 'old-wrong' | 'wait' | 'as-before'

/**
 * Changes one's own password. The old one is asked for again; every other session of the person ends. Refuses with every reason that
 * the new password gives.
 */
export async function changePassword(
  site: Site,
  who: { personId: number; sessionId: number },
  given: { old: string; fresh: string },
): Promise<Outcome<Person, ChangePasswordRefusal>> {
  const person = await findPerson(site.database.read, who.personId)
  if (person === undefined) throw new NotFound(personSubject(who.personId))
  const judged = judgePassword(given.fresh, wordsAbout(site, person), security.password)
  const trial = await tryOwnPassword(site, who.personId, given.old)
  const refusals: ChangePasswordRefusal[] = trial.outcome === 'right' ? [] : [trial.outcome === 'wait' ? 'wait' : 'old-wrong']
  if (!judged.ok) refusals.push(...judged.refusals)
  else if (trial.outcome === 'right' && given.fresh === given.old) refusals.push('as-before')
  if (refusals.length > 0 || !judged.ok) return refused(...refusals)
  const passwordHash = await hashPassword(judged.value)
  return site.database.transaction(async (db) => {
    const locked = await lockPerson(db, who.personId)
    // Changed or disabled by somebody else while this was being computed.
    if (locked === undefined || locked.disabledAt !== undefined || locked.passwordHash !== person.passwordHash) return refused('old-wrong')
    const changed = { ...locked, passwordHash, passwordAt: site.now(), hasTemporaryPassword: false }
    await savePerson(db, changed)
    await saveSessionsEnded(db, who.personId, site.now(), { except: who.sessionId })
    await removeHalfSessionsOf(db, who.personId)
    await saveSessionUse(db, who.sessionId, { freshAt: site.now() })
    await record(db, {
      at: site.now(),
      actor: personPseudonym(who.personId),
      act: 'accounts.change-password',
      subject: personSubject(who.personId),
      content: personContent(changed),
    })
    await tellPerson(site, db, changed, 'password-changed')
    return done(changed)
  })
}

/** What a guesser would try for this person first. */
export function wordsAbout(site: Pick<Site, 'city'>, person: { login: string; nameZh: string; nameEn: string; email: string }): string[] {
  return [
    person.login,
    person.nameZh,
    person.nameEn,
    person.email.split('@')[0] ?? '',
    site.city.nameZh,
    site.city.nameEn,
    'gongkai',
    '公开',
  ]
}
