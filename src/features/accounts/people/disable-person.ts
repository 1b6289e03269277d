import { done, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { type Actor, pseudonym } from '../actor.ts'
import { isLastOperator } from '../posts/end-post.ts'
import { listPostsOf } from '../posts/queries.ts'
import { removeDevices, removeHalfSessionsOf, saveSessionsEnded } from '../sessions/queries.ts'
import { lockManaged } from './lock-managed.ts'
import { disable, type DisableRefusal, type Person, personContent, personSubject } from './person.ts'
import { lockPeople, savePerson } from './queries.ts'

/** Ends somebody's access at once: no sign-in, no session. Their posts and their place in the record stay, so that the past stays explained. */
export async function disablePerson(site: Site, by: Actor, personId: number, reason: string): Promise<Outcome<Person, DisableRefusal>> {
  return site.database.transaction(async (db) => {
    await lockPeople(db)
    const person = await lockManaged(db, by, personId)
    let isLast = false
    for (const post of await listPostsOf(db, [personId])) isLast ||= await isLastOperator(db, post, site.today())
    const isOneself = by !== 'system' && by.personId === personId
    const outcome = disable(person, { at: site.now(), isOneself, isLastOperator: isLast, reason })
    if (!outcome.ok) return outcome
    await savePerson(db, outcome.value)
    await saveSessionsEnded(db, personId, site.now())
    await removeHalfSessionsOf(db, personId)
    await removeDevices(db, personId)
    await record(db, {
      at: site.now(),
      actor: pseudonym(by),
      act: 'accounts.disable-person',
      subject: personSubject(personId),
      content: personContent(outcome.value),
      reason,
    })
    return done(outcome.value)
  })
}
