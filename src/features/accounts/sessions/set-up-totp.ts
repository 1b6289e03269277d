import { NotFound } from '../../../kernel/faults.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { personPseudonym } from '../actor.ts'
import { personContent, personSubject } from '../people/person.ts'
import { lockPerson, savePerson } from '../people/queries.ts'
import { makeTotpSecret } from './check-code.ts'
import { tryOwnPassword } from './confirm-password.ts'

export type SetUpTotpRefusal = 'password-wrong' | 'wait' | 'on-already'

/** Shows a new secret for the second factor. It counts only once a code made from it was given. Asks for the password. */
export async function setUpTotp(site: Site, personId: number, password: string): Promise<Outcome<string, SetUpTotpRefusal>> {
  const trial = await tryOwnPassword(site, personId, password)
  if (trial.outcome !== 'right') return refused(trial.outcome === 'wait' ? 'wait' : 'password-wrong')
  return site.database.transaction(async (db) => {
    const person = await lockPerson(db, personId)
    if (person === undefined) throw new NotFound(personSubject(personId))
    if (person.totpSecret !== undefined) return refused('on-already')
    const secret = makeTotpSecret()
    await savePerson(db, { ...person, totpPending: secret })
    const subject = personSubject(personId)
    await record(db, {
      at: site.now(),
      actor: personPseudonym(personId),
      act: 'accounts.set-up-totp',
      subject,
      content: personContent(person),
    })
    return done(secret)
  })
}
