import type { Site } from '../../../platform/site.ts'
import { verifyPassword } from '../people/hash-password.ts'
import { findPerson } from '../people/queries.ts'
import { saveSessionUse } from './queries.ts'
import { type Trial, trySecret } from './try-secret.ts'

/**
 * Gives the password again inside a session. The brake belongs to the session's own person, not to the account's sign-in: a stranger
 * who guesses at the sign-in page cannot keep somebody at work from confirming, and somebody at an unlocked desk cannot guess on.
 */
export async function tryOwnPassword(site: Site, personId: number, password: string): Promise<Trial<true>> {
  const person = await findPerson(site.database.read, personId)
  return trySecret(site, [{ name: `own:${personId}`, kind: 'device' }], async () =>
    (await verifyPassword(person?.passwordHash, password)) && person?.disabledAt === undefined ? true : undefined,
  )
}

/** Makes a session fresh for a while when the password is right. */
export async function confirmPassword(
  site: Site,
  who: { personId: number; sessionId: number },
  password: string,
): Promise<'done' | 'wrong' | 'wait'> {
  const trial = await tryOwnPassword(site, who.personId, password)
  if (trial.outcome !== 'right') return trial.outcome
  await site.database.transaction((db) => saveSessionUse(db, who.sessionId, { freshAt: site.now() }))
  return 'done'
}
