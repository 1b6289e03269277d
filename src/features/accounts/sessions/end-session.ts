import { NotFound } from '../../../kernel/faults.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { personPseudonym } from '../actor.ts'
import { personContent, personSubject } from '../people/person.ts'
import { lockPerson } from '../people/queries.ts'
import { lockSession, saveSessionsEnded } from './queries.ts'

/** Ends one of a person's own sessions, this one or another; the next request in it is a stranger's. Ending it twice is no fault. */
export async function endSession(site: Site, personId: number, sessionId: number): Promise<void> {
  await site.database.transaction(async (db) => {
    const person = await lockPerson(db, personId)
    const session = await lockSession(db, sessionId)
    // Somebody else's session is answered like one that never was.
    if (person === undefined || session?.personId !== personId) throw new NotFound(`session ${sessionId}`)
    const ended = await saveSessionsEnded(db, personId, site.now(), { only: sessionId })
    if (ended === 0) return
    await record(db, {
      at: site.now(),
      actor: personPseudonym(personId),
      act: 'accounts.end-session',
      subject: personSubject(personId),
      content: personContent(person),
    })
  })
}
