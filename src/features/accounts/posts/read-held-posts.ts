import type { Day } from '../../../kernel/day.ts'
import type { Role } from '../../../kernel/policy.ts'
import type { Db } from '../../../platform/database/index.ts'
import { findUnit, type Unit } from '../../organisations/index.ts'
import { listPeople } from '../people/queries.ts'
import { countsOn, type Post } from './post.ts'
import { listPostsOf, listPostsWithRole } from './queries.ts'

/** A post as it counts on a day, with what pages say of it. */
export interface CountedPost {
  role: Role
  unitPath: string
  unitId: number
  unitNameZh: string
  unitNameEn: string
  /** The names of the person whose work a stand-in does. */
  standsInFor?: string
}

/** The posts of a person that count on a day. */
export async function readHeldPosts(db: Db, personId: number, day: Day): Promise<CountedPost[]> {
  const posts = await listPostsOf(db, [personId])
  const units = await unitsOf(db, posts)
  const counting = posts.filter((post) => countsOn(post, units.get(post.unitId), day))
  const originals = await listPeople(
    db,
    counting.flatMap((post) => post.standsInForId ?? []),
  )
  const nameOf = new Map(originals.map((person) => [person.id, `${person.nameZh} ${person.nameEn}`]))
  return counting.flatMap((post) => {
    const unit = units.get(post.unitId)
    if (unit === undefined) return []
    const standsInFor = post.standsInForId === undefined ? undefined : nameOf.get(post.standsInForId)
    return { role: post.role, unitPath: unit.path, unitId: unit.id, unitNameZh: unit.shortZh, unitNameEn: unit.shortEn, standsInFor }
  })
}

/** The ids of the people who hold a role in the unit at `unitPath` or above it on a day, each once. */
export async function idsWithRole(db: Db, role: Role, unitPath: string, day: Day): Promise<number[]> {
  const posts = await listPostsWithRole(db, role, idsOnPath(unitPath), day)
  const units = await unitsOf(db, posts)
  return [...new Set(posts.filter((post) => countsOn(post, units.get(post.unitId), day)).map((post) => post.personId))]
}

/** The units of some posts by their ids. */
export async function unitsOf(db: Db, posts: readonly Pick<Post, 'unitId'>[]): Promise<Map<number, Unit>> {
  const units = new Map<number, Unit>()
  for (const id of new Set(posts.map((post) => post.unitId))) {
    const unit = await findUnit(db, id)
    if (unit !== undefined) units.set(id, unit)
  }
  return units
}

/** `/1/12/` → 1, 12: the unit at a path and every unit above it. */
function idsOnPath(path: string): number[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .map(Number)
}
