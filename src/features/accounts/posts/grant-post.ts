import { done, type Outcome } from '../../../kernel/outcome.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnitByCode } from '../../organisations/index.ts'
import { type Actor, mustBeAllowed, pseudonym } from '../actor.ts'
import { personSubject } from '../people/person.ts'
import { lockPerson } from '../people/queries.ts'
import { grant, type GrantRefusal, type Post, postContent, type PostDraft, postSubject } from './post.ts'
import { insertPost, listPostsOf } from './queries.ts'

/** Gives a person a role in a unit, named by its code, and everything below it. */
export async function grantPost(
  site: Site,
  by: Actor,
  personId: number,
  draft: PostDraft & { unit: string },
): Promise<Outcome<Post, GrantRefusal>> {
  return site.database.transaction(async (db) => {
    const person = await lockPerson(db, personId)
    if (person === undefined) throw new NotFound(personSubject(personId))
    const unit = await findUnitByCode(db, draft.unit.trim())
    mustBeAllowed(by, 'people.manage', unit?.path)
    const held = (await listPostsOf(db, [personId])).filter((post) => post.unitId === unit?.id && post.standsInForId === undefined)
    const outcome = grant(draft, { unit, isDisabled: person.disabledAt !== undefined, held, today: site.today() })
    if (!outcome.ok || unit === undefined) return outcome as Outcome<Post, GrantRefusal>
    const post = await insertPost(db, { ...outcome.value, personId, unitId: unit.id })
    await record(db, {
      at: site.now(),
      actor: pseudonym(by),
      act: 'accounts.grant-post',
      subject: postSubject(post.id),
      content: postContent(post),
      reason: post.reason,
      unitId: unit.id,
    })
    return done(post)
  })
}
