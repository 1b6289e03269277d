import { NotFound } from '../../../kernel/faults.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { personPseudonym } from '../actor.ts'
import { type Person, personContent, personSubject } from '../people/person.ts'
import { lockPerson, savePerson } from '../people/queries.ts'
import { tellPerson } from '../people/tell-person.ts'
import { acceptCode } from './check-code.ts'
import { removeHalfSessionsOf, saveSessionsEnded } from './queries.ts'

export type ConfirmTotpRefusal = 'nothing-pending' | 'code-wrong'

/** Switches the second factor on when a code shows that the secret arrived in an authenticator. Every other session of the person ends. */
export async function confirmTotp(
  site: Site,
  who: { personId: number; sessionId: number },
  code: string,
): Promise<Outcome<Person, ConfirmTotpRefusal>> {
  const { personId } = who
  return site.database.transaction(async (db) => {
    const person = await lockPerson(db, personId)
    if (person === undefined) throw new NotFound(personSubject(personId))
    if (person.totpPending === undefined) return refused('nothing-pending')
    const counter = acceptCode(person.totpPending, code, person.totpCounter, site.now())
    if (counter === undefined) return refused('code-wrong')
    const changed: Person = { ...person, totpSecret: person.totpPending, totpPending: undefined, totpCounter: counter }
    await savePerson(db, changed)
    await saveSessionsEnded(db, personId, site.now(), { except: who.sessionId })
    await removeHalfSessionsOf(db, personId)
    const subject = personSubject(personId)
    await record(db, {
      at: site.now(),
      actor: personPseudonym(personId),
      act: 'accounts.confirm-totp',
      subject,
      content: personContent(changed),
    })
    await tellPerson(site, db, changed, 'second-factor-on')
    return done(changed)
  })
}
