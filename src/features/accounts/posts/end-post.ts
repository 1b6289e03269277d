import type { Day } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { done, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { type Actor, mustBeAllowed, pseudonym } from '../actor.ts'
import { lockPeople } from '../people/queries.ts'
import { countsOn, end, type EndRefusal, type Post, postContent, postSubject } from './post.ts'
import { lockPost, lockStandIns, savePost } from './queries.ts'
import { idsWithRole } from './read-held-posts.ts'

/**
 * Ends a post, at once when no day is given. Whoever stands in for its holder there stops with it: a stand-in is never more than the
 * one stood in for.
 */
export async function endPost(
  site: Site,
  by: Actor,
  postId: number,
  given: { on: string; reason: string },
): Promise<Outcome<Post, EndRefusal>> {
  return site.database.transaction(async (db) => {
    await lockPeople(db)
    const post = await lockPost(db, postId)
    const unit = post && (await findUnit(db, post.unitId))
    if (post === undefined || unit === undefined) throw new NotFound(postSubject(postId))
    mustBeAllowed(by, 'people.manage', unit.path)
    const outcome = end(post, { ...given, today: site.today(), isLastOperator: await isLastOperator(db, post, site.today()) })
    if (!outcome.ok) return outcome
    const ended = outcome.value
    const stopped = post.standsInForId === undefined ? await lockStandIns(db, post) : []
    const running = stopped.filter((standIn) => ended.untilOn !== undefined && (standIn.untilOn ?? ended.untilOn) > ended.untilOn)
    for (const one of [ended, ...running.map((standIn) => ({ ...standIn, untilOn: ended.untilOn }))]) {
      await savePost(db, one)
      const words = { reason: given.reason.trim(), unitId: unit.id }
      await record(db, {
        at: site.now(),
        actor: pseudonym(by),
        act: 'accounts.end-post',
        subject: postSubject(one.id),
        content: postContent(one),
        ...words,
      })
    }
    return done(ended)
  })
}

/** Is this a post of an operator that counts, in a unit that nobody else operates? Without it nobody could give a post there again. */
export async function isLastOperator(db: Db, post: Post, today: Day): Promise<boolean> {
  if (post.role !== 'operator' || post.standsInForId !== undefined) return false
  const unit = await findUnit(db, post.unitId)
  if (unit === undefined || !countsOn(post, unit, today)) return false
  const operators = await idsWithRole(db, 'operator', unit.path, today)
  return operators.every((id) => id === post.personId)
}
