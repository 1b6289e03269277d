import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { type Actor, pseudonym } from '../actor.ts'
import { removeDevices, removeHalfSessionsOf, saveSessionsEnded } from '../sessions/queries.ts'
import { hashPassword, makePassword } from './hash-password.ts'
import { lockManaged } from './lock-managed.ts'
import { type Person, personContent, personSubject } from './person.ts'
import { savePerson } from './queries.ts'
import { tellPerson } from './tell-person.ts'

/**
 * Gives somebody who forgot theirs a password that works once. It ends every session of theirs and opens nothing until it is changed;
 * the second factor stays as it is.
 */
export async function issuePassword(site: Site, by: Actor, personId: number): Promise<{ person: Person; oneTimePassword: string }> {
  const oneTimePassword = makePassword()
  const passwordHash = await hashPassword(oneTimePassword)
  return site.database.transaction(async (db) => {
    const before = await lockManaged(db, by, personId)
    const person = { ...before, passwordHash, passwordAt: site.now(), hasTemporaryPassword: true }
    await savePerson(db, person)
    await saveSessionsEnded(db, personId, site.now())
    await removeHalfSessionsOf(db, personId)
    await removeDevices(db, personId)
    await record(db, {
      at: site.now(),
      actor: pseudonym(by),
      act: 'accounts.issue-password',
      subject: personSubject(personId),
      content: personContent(person),
    })
    await tellPerson(site, db, person, 'password-issued')
    return { person, oneTimePassword }
  })
}
