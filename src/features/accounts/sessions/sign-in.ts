import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { security } from '../load-security.ts'
import { hashOfToken, makeToken } from '../make-token.ts'
import { verifyPassword } from '../people/hash-password.ts'
import { asLogin, type Person } from '../people/person.ts'
import { findPersonByLogin, lockPerson } from '../people/queries.ts'
import { lanes } from './brake.ts'
import { nameOfAccount, nameOfAddress } from './name-brakes.ts'
import { insertHalfSession, isKnownDevice } from './queries.ts'
import { type Browser, devicesSince, type SignedIn, startSession } from './start-session.ts'
import { trySecret } from './try-secret.ts'

/** Why a sign-in was not let in. `wrong` covers everything that would tell whether there is such an account. */
export type SignInRefusal = { why: 'wrong' } | { why: 'wait'; seconds: number }

/** Signed in, or half of it: the second factor is still to come, and `half` is the token that asks for it. */
export type SignInStep = ({ step: 'in' } & SignedIn) | { step: 'code'; half: string }

/**
 * Signs somebody in with login and password. The brakes are asked before the password is looked at; the same work is done and the
 * same words are said whether or not the account exists, is disabled, or holds a temporary password that has run out.
 */
export async function signIn(
  site: Site,
  given: { login: string; password: string },
  browser: Browser,
): Promise<Outcome<SignInStep, SignInRefusal>> {
  const login = asLogin(given.login)
  const person = await findPersonByLogin(site.database.read, login)
  const device = await knownDevice(site, browser, person)
  const names = { account: nameOfAccount(login), address: nameOfAddress(browser.address), device }
  const trial = await trySecret(site, lanes(names), async () => {
    const isRight = await verifyPassword(person?.passwordHash, given.password)
    return isRight && person !== undefined && mayEnter(person, site.now()) ? person : undefined
  })
  if (trial.outcome === 'wait') return refused({ why: 'wait', seconds: trial.seconds })
  if (trial.outcome === 'wrong') return refused({ why: 'wrong' })
  return enter(site, trial.value, browser)
}

/** The name of the brake of a device on which this person signed in before; undefined for a stranger's. */
export async function knownDevice(site: Site, browser: Browser, person: Person | undefined): Promise<string | undefined> {
  const tokenHash = hashOfToken(browser.device ?? '')
  const personId = person?.id ?? 0
  const isKnown = await isKnownDevice(site.database.read, tokenHash, personId, devicesSince(site.now()))
  return isKnown ? `${personId}:${tokenHash}` : undefined
}

async function enter(site: Site, checked: Person, browser: Browser): Promise<Outcome<SignInStep, SignInRefusal>> {
  return site.database.transaction(async (db) => {
    const person = await lockPerson(db, checked.id)
    // Disabled, or given another password, while the old one was being computed.
    if (person === undefined || !mayEnter(person, site.now()) || person.passwordHash !== checked.passwordHash)
      return refused({ why: 'wrong' })
    if (person.totpSecret === undefined) return done({ step: 'in', ...(await startSession(site, db, person, browser)) })
    const { token, tokenHash } = makeToken()
    await insertHalfSession(db, { tokenHash, personId: person.id, startedAt: site.now() })
    return done({ step: 'code', half: token })
  })
}

function mayEnter(person: Person, now: Date): boolean {
  if (person.disabledAt !== undefined) return false
  return !person.hasTemporaryPassword || now.getTime() - person.passwordAt.getTime() < security.password.temporaryHours * 3_600_000
}
