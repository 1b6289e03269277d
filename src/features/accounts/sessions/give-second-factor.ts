import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { security } from '../load-security.ts'
import { hashOfToken } from '../make-token.ts'
import { findPerson, lockPerson, savePerson } from '../people/queries.ts'
import { acceptCode } from './check-code.ts'
import { findHalfSession, removeHalfSession } from './queries.ts'
import { knownDevice } from './sign-in.ts'
import { type Browser, type SignedIn, startSession } from './start-session.ts'
import { trySecret } from './try-secret.ts'

/** `over`: too much time has passed since the password was given, or this half of a sign-in was used already. */
export type CodeRefusal = { why: 'wrong' } | { why: 'over' } | { why: 'wait'; seconds: number }

/**
 * The second half of a sign-in: a code of the authenticator. A code works once, even when it comes twice at the same moment: its
 * counter is compared and stored while the person is locked.
 */
export async function giveSecondFactor(site: Site, half: string, code: string, browser: Browser): Promise<Outcome<SignedIn, CodeRefusal>> {
  const tokenHash = hashOfToken(half)
  const found = await findHalfSession(site.database.read, tokenHash)
  if (found === undefined || isOver(found.startedAt, site.now())) return refused({ why: 'over' })
  const person = await findPerson(site.database.read, found.personId)
  const device = await knownDevice(site, browser, person)
  const lane = { name: `code:${device ?? found.personId}`, kind: 'code' } as const
  const trial = await trySecret(site, [lane], async () => {
    const outcome = await enter(site, tokenHash, found.personId, code, browser)
    return outcome.ok ? outcome.value : undefined
  })
  if (trial.outcome === 'wait') return refused({ why: 'wait', seconds: trial.seconds })
  return trial.outcome === 'wrong' ? refused({ why: 'wrong' }) : done(trial.value)
}

async function enter(site: Site, tokenHash: string, personId: number, code: string, browser: Browser): Promise<Outcome<SignedIn, 'wrong'>> {
  return site.database.transaction(async (db) => {
    const person = await lockPerson(db, personId)
    if (person?.totpSecret === undefined || person.disabledAt !== undefined) return refused('wrong')
    const counter = acceptCode(person.totpSecret, code, person.totpCounter, site.now())
    if (counter === undefined || !(await removeHalfSession(db, tokenHash))) return refused('wrong')
    await savePerson(db, { ...person, totpCounter: counter })
    return done(await startSession(site, db, person, browser))
  })
}

function isOver(startedAt: Date, now: Date): boolean {
  return now.getTime() - startedAt.getTime() >= security.secondFactor.halfMinutes * 60_000
}
