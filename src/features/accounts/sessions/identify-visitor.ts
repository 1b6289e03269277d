import type { Visitor } from '../../../platform/http/route.ts'
import type { Site } from '../../../platform/site.ts'
import { security } from '../load-security.ts'
import { hashOfToken } from '../make-token.ts'
import { findPerson } from '../people/queries.ts'
import { readHeldPosts } from '../posts/read-held-posts.ts'
import { cookieNames } from './name-cookies.ts'
import { findSession, saveSessionUse } from './queries.ts'
import { endOf, isFresh, isSeenLongAgo } from './session.ts'

/**
 * Who is behind these cookies, with the posts that count today; undefined for a stranger. Asked anew at every request, so that an
 * ended session, a disabled person and a lost post count at once. Somebody with a temporary password holds no post until it is changed.
 */
export async function identify(site: Site, cookies: Record<string, string>): Promise<Visitor | undefined> {
  const token = cookies[cookieNames(site).session]
  if (token === undefined || token === '') return undefined
  const db = site.database.read
  const session = await findSession(db, hashOfToken(token))
  const now = site.now()
  if (session === undefined || endOf(session, now, security.session) !== undefined) return undefined
  const person = await findPerson(db, session.personId)
  if (person === undefined || person.disabledAt !== undefined) return undefined
  if (isSeenLongAgo(session, now, security.session))
    await site.database.transaction((own) => saveSessionUse(own, session.id, { seenAt: now }))
  return {
    personId: person.id,
    sessionId: session.id,
    nameZh: person.nameZh,
    nameEn: person.nameEn,
    posts: person.hasTemporaryPassword ? [] : await readHeldPosts(db, person.id, site.today()),
    formToken: session.formToken,
    isFresh: isFresh(session, now, security.session),
  }
}
