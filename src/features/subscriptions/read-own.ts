import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { hashOfToken } from '../accounts/index.ts'
import { rules } from './load-rules.ts'
import { findLink, listFollows, lockFollower, type Follow, type Follower } from './queries.ts'

/** What a link out of a mail opens: its reader, what they follow, and the wish that the link asks to confirm. */
export interface Own {
  follower: Follower
  follows: Follow[]
  asked?: Follow
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Opens a link; undefined for one that never was, is too old, or whose reader was forgotten. Locks the reader within a transaction. */
export async function readOwn(site: Site, db: Db, token: string): Promise<Own | undefined> {
  const link = /^[\w-]{20,100}$/.test(token) ? await findLink(db, hashOfToken(token)) : undefined
  if (link === undefined || link.madeAt.getTime() < site.now().getTime() - rules.linkDays * dayMs) return undefined
  const follower = await lockFollower(db, link.followerId)
  if (follower === undefined) return undefined
  const follows = await listFollows(db, follower.id)
  const isOpen = (follow: Follow) =>
    follow.confirmedAt === undefined && follow.askedAt.getTime() >= site.now().getTime() - rules.confirmHours * hourMs
  return {
    follower,
    follows: follows.filter((one) => one.confirmedAt !== undefined),
    asked: follows.find((one) => one.id === link.followId && isOpen(one)),
  }
}
