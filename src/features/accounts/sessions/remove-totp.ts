import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { NotFound } from '../../../kernel/faults.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { type Actor, pseudonym } from '../actor.ts'
import { lockManaged } from '../people/lock-managed.ts'
import { type Person, personContent, personSubject } from '../people/person.ts'
import { lockPerson, savePerson } from '../people/queries.ts'
import { tellPerson } from '../people/tell-person.ts'
import { tryOwnPassword } from './confirm-password.ts'
import { removeHalfSessionsOf } from './queries.ts'

export type RemoveTotpRefusal = 'password-wrong' | 'wait' | 'off-already' | 'reason-missing'

/** Switches one's own second factor off. Asks for the password. */
export async function removeTotp(site: Site, personId: number, password: string): Promise<Outcome<Person, RemoveTotpRefusal>> {
  const trial = await tryOwnPassword(site, personId, password)
  if (trial.outcome !== 'right') return refused(trial.outcome === 'wait' ? 'wait' : 'password-wrong')
  return site.database.transaction(async (db) => {
    const person = await lockPerson(db, personId)
    if (person === undefined) throw new NotFound(personSubject(personId))
    return switchOff(site, db, { personId, posts: [] }, person, '')
  })
}

/** Switches somebody else's second factor off, when they have lost their authenticator: by an operator, with a reason. Their password stays. */
export async function removeLostTotp(site: Site, by: Actor, personId: number, reason: string): Promise<Outcome<Person, RemoveTotpRefusal>> {
  return site.database.transaction(async (db) => {
    const person = await lockManaged(db, by, personId)
    return reason.trim() === '' ? refused('reason-missing') : switchOff(site, db, by, person, reason.trim())
  })
}

async function switchOff(site: Site, db: Db, by: Actor, person: Person, reason: string): Promise<Outcome<Person, RemoveTotpRefusal>> {
  if (person.totpSecret === undefined) return refused('off-already')
  const changed: Person = { ...person, totpSecret: undefined, totpPending: undefined }
  await savePerson(db, changed)
  await removeHalfSessionsOf(db, person.id)
  const subject = personSubject(person.id)
  await record(db, { at: site.now(), actor: pseudonym(by), act: 'accounts.remove-totp', subject, content: personContent(changed), reason })
  await tellPerson(site, db, changed, 'second-factor-off')
  return done(changed)
}
