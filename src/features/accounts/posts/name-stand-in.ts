import { done, type Outcome } from '../../../kernel/outcome.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { type Actor, mustBeAllowed, pseudonym } from '../actor.ts'
import { asLogin } from '../people/person.ts'
import { findPersonByLogin, lockPerson } from '../people/queries.ts'
import { nameStandIn as decide, type Post, postContent, postSubject, type StandInRefusal } from './post.ts'
import { insertPost, listPostsOf, lockPost } from './queries.ts'

/** Names somebody, by login, who does the work of one post from a day to a day, for a reason. */
export async function nameStandIn(
  site: Site,
  by: Actor,
  postId: number,
  given: { login: string; sinceOn: string; untilOn: string; reason: string },
): Promise<Outcome<Post, StandInRefusal | 'person-unknown'>> {
  return site.database.transaction(async (db) => {
    const original = await lockPost(db, postId)
    const unit = original && (await findUnit(db, original.unitId))
    if (original === undefined || unit === undefined) throw new NotFound(postSubject(postId))
    mustBeAllowed(by, 'people.manage', unit.path)
    const found = await findPersonByLogin(db, asLogin(given.login))
    const person = found && (await lockPerson(db, found.id))
    if (person === undefined) return { ok: false, refusals: ['person-unknown'] }
    const held = (await listPostsOf(db, [person.id])).filter((post) => post.unitId === unit.id)
    const facts = { unit, isDisabled: person.disabledAt !== undefined, held, today: site.today() }
    const outcome = decide({ ...given, role: original.role }, { ...facts, original, isOneself: person.id === original.personId })
    if (!outcome.ok) return outcome
    const post = await insertPost(db, { ...outcome.value, personId: person.id, unitId: unit.id, standsInForId: original.personId })
    await record(db, {
      at: site.now(),
      actor: pseudonym(by),
      act: 'accounts.name-stand-in',
      subject: postSubject(post.id),
      content: postContent(post),
      reason: post.reason,
      unitId: unit.id,
    })
    return done(post)
  })
}
