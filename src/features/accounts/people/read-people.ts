import type { Day } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Unit } from '../../organisations/index.ts'
import { countsOn, type Post } from '../posts/post.ts'
import { listPostsOf } from '../posts/queries.ts'
import { unitsOf } from '../posts/read-held-posts.ts'
import type { Person } from './person.ts'
import { findPerson, listDemoPeople, listPeople, searchPeople } from './queries.ts'

/** A post with its unit, for a page. */
export interface ListedPost extends Post {
  unit: Unit
  counts: boolean
  /** Whose work a stand-in does. */
  original?: Person
}

/** A person with every post they ever held. */
export interface ListedPerson {
  person: Person
  posts: ListedPost[]
}

export const peoplePerPage = 50

/** People by login whose names or login hold the words; `next` is the login after which the rest comes. */
export async function readPeople(db: Db, words: string, after: string, today: Day): Promise<{ people: ListedPerson[]; next?: string }> {
  const found = await searchPeople(db, words, after, peoplePerPage)
  const people = await withPosts(db, found.slice(0, peoplePerPage), today)
  return { people, next: found.length > peoplePerPage ? people.at(-1)?.person.login : undefined }
}

/** One person with their posts; undefined when there is none. */
export async function readPerson(db: Db, id: number, today: Day): Promise<ListedPerson | undefined> {
  const person = await findPerson(db, id)
  return person && (await withPosts(db, [person], today))[0]
}

/** The people of the demonstration with the posts that count today. */
export async function readDemoPeople(db: Db, today: Day): Promise<ListedPerson[]> {
  const people = await withPosts(db, await listDemoPeople(db), today)
  return people.map(({ person, posts }) => ({ person, posts: posts.filter((post) => post.counts) }))
}

async function withPosts(db: Db, people: readonly Person[], today: Day): Promise<ListedPerson[]> {
  const ids = people.map((person) => person.id)
  const posts = await listPostsOf(db, ids)
  const units = await unitsOf(db, posts)
  const originals = await listPeople(
    db,
    posts.flatMap((post) => post.standsInForId ?? []),
  )
  const listed = posts.flatMap((post): ListedPost[] => {
    const unit = units.get(post.unitId)
    const original = originals.find((person) => person.id === post.standsInForId)
    return unit === undefined ? [] : [{ ...post, unit, counts: countsOn(post, unit, today), original }]
  })
  return people.map((person) => ({ person, posts: listed.filter((post) => post.personId === person.id) }))
}
