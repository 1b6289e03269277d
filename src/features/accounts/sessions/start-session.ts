import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { personPseudonym } from '../actor.ts'
import { security } from '../load-security.ts'
import { makeToken, hashOfToken } from '../make-token.ts'
import { type Person, personContent, personSubject } from '../people/person.ts'
import { insertSession, isDevice, saveDevice } from './queries.ts'

/** What a browser is given when its owner has signed in: a session's token and that of the device. */
export interface SignedIn {
  personId: number
  sessionId: number
  token: string
  device: string
  hasTemporaryPassword: boolean
}

/** What is known of the browser that asks. */
export interface Browser {
  address: string
  agent: string
  /** The device token that it carries. */
  device?: string
}

/**
 * Starts a session within the transaction of a sign-in. Its token is new, whatever the browser brought along. A device token that
 * we gave out is kept, because several people may sign in on one machine.
 */
export async function startSession(site: Site, db: Db, person: Person, browser: Browser): Promise<SignedIn> {
  const at = site.now()
  const { token, tokenHash } = makeToken()
  const device = browser.device !== undefined && (await isDevice(db, hashOfToken(browser.device))) ? browser.device : makeToken().token
  await saveDevice(db, hashOfToken(device), person.id, at)
  const session = await insertSession(db, {
    tokenHash,
    formToken: makeToken().token,
    personId: person.id,
    startedAt: at,
    seenAt: at,
    freshAt: at,
    agent: browser.agent,
  })
  await record(db, {
    at,
    actor: personPseudonym(person.id),
    act: 'accounts.sign-in',
    subject: personSubject(person.id),
    content: personContent(person),
  })
  return { personId: person.id, sessionId: session.id, token, device, hasTemporaryPassword: person.hasTemporaryPassword }
}

/** The moment before which a device that was not used is a stranger again. */
export function devicesSince(now: Date): Date {
  return new Date(now.getTime() - security.deviceDays * 86_400_000)
}
