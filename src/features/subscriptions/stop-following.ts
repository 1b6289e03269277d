import type { Site } from '../../platform/site.ts'
import { forgetFollower } from './forget-follower.ts'
import { readOwn } from './read-own.ts'

/** Ends all mails to whoever has this link, and erases the address. A link that opens nothing has nothing left to end. */
export async function stopFollowing(site: Site, token: string): Promise<void> {
  await site.database.transaction(async (db) => {
    const own = await readOwn(site, db, token)
    if (own !== undefined) await forgetFollower(db, own.follower.id)
  })
}
