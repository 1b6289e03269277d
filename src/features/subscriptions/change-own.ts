import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Site } from '../../platform/site.ts'
import { findLastChange } from '../publishing/index.ts'
import { forgetFollower } from './forget-follower.ts'
import type { Frequency } from './frequency.ts'
import { listFollows, removeFollow, saveFollow, saveFollower } from './queries.ts'
import { readOwn, type Own } from './read-own.ts'

/** What a reader may do on their own page. */
export type OwnWish =
  { act: 'confirm' } | { act: 'keep' } | { act: 'frequency'; followId: number; frequency: Frequency } | { act: 'stop'; followId: number }

/** 'link-unknown': the link opens nothing. 'nothing-there': it opens a page on which there is no such thing (any more). */
export type OwnRefusal = 'link-unknown' | 'nothing-there'

/** Does what a reader wishes who came by a link out of a mail, which is the only proof there is. Every one of them is a sign of life. */
export async function changeOwn(site: Site, token: string, wish: OwnWish): Promise<Outcome<'changed' | 'forgotten', OwnRefusal>> {
  return site.database.transaction(async (db) => {
    const own = await readOwn(site, db, token)
    if (own === undefined) return refused('link-unknown')
    const { follower } = own
    const found = wish.act === 'keep' ? undefined : followOf(own, wish)
    if (wish.act !== 'keep' && found === undefined) return refused('nothing-there')
    const today = site.today()
    const first = wish.act === 'confirm' ? { digestOn: follower.digestOn ?? today, weeklyOn: follower.weeklyOn ?? today } : {}
    await saveFollower(db, { ...follower, ...first, seenAt: site.now(), remindedAt: undefined })
    if (found !== undefined && wish.act === 'confirm')
      await saveFollow(db, { ...found, confirmedAt: site.now(), afterChange: await findLastChange(db) })
    if (found !== undefined && wish.act === 'frequency') await saveFollow(db, { ...found, frequency: wish.frequency })
    if (found !== undefined && wish.act === 'stop') await removeFollow(db, found.id)
    if ((await listFollows(db, follower.id)).length > 0) return done('changed' as const)
    await forgetFollower(db, follower.id)
    return done('forgotten' as const)
  })
}

function followOf(own: Own, wish: Exclude<OwnWish, { act: 'keep' }>) {
  return wish.act === 'confirm' ? own.asked : own.follows.find((one) => one.id === wish.followId)
}
