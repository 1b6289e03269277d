import { NotAllowed, NotFound } from '../../../kernel/faults.ts'
import type { Db } from '../../../platform/database/index.ts'
import { type Actor, mustBeAllowed } from '../actor.ts'
import { listPostsOf } from '../posts/queries.ts'
import { unitsOf } from '../posts/read-held-posts.ts'
import { type Person, personSubject } from './person.ts'
import { lockPerson } from './queries.ts'

/**
 * Locks a person whom the actor wants to manage. Throws NotFound when there is none and NotAllowed unless the actor may manage people
 * in every unit where that person holds or held a post: otherwise the operator of a county could sign in as the city's.
 */
export async function lockManaged(db: Db, by: Actor, personId: number): Promise<Person> {
  const person = await lockPerson(db, personId)
  if (person === undefined) throw new NotFound(personSubject(personId))
  if (by === 'system') return person
  const posts = await listPostsOf(db, [personId])
  const units = await unitsOf(db, posts)
  mustBeAllowed(by, 'people.manage')
  for (const post of posts) {
    const unit = units.get(post.unitId)
    if (unit === undefined) throw new NotAllowed(`people.manage ${post.unitId}`)
    mustBeAllowed(by, 'people.manage', unit.path)
  }
  return person
}
