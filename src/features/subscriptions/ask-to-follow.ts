import type { Lang } from '../../kernel/translate.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import type { Frequency } from './frequency.ts'
import { rules } from './load-rules.ts'
import { mailLink } from './mail-link.ts'
import { mailOwnPage } from './mail-own-page.ts'
import { nameWish } from './name-wish.ts'
import { readAddress } from './read-address.ts'
import { insertFollow, listFollows, lockFollowerOf, saveFollow, saveFollower, type Follow, type Follower } from './queries.ts'
import { writeWish, type Wish } from './wish.ts'

export interface FollowRequest {
  address: string
  wish: Wish
  frequency: Frequency
  language: Lang
}

export type AskRefusal = 'address-unusable' | 'nothing-there'

/**
 * Somebody asks to be told. Nothing is sent before the address has confirmed, and the answer is the same whoever it belongs to: only the
 * mail says more. Too many asks for one address in a day are answered like the others and mailed no more.
 */
export async function askToFollow(site: Site, request: FollowRequest): Promise<Outcome<true, AskRefusal>> {
  const address = readAddress(request.address)
  const name = await nameWish(site, request.language, request.wish)
  const refusals: AskRefusal[] = []
  if (address === undefined) refusals.push('address-unusable')
  if (name === undefined) refusals.push('nothing-there')
  if (address === undefined || name === undefined) return refused(...refusals)
  return site.database.transaction(async (db) => {
    const follower = await lockFollowerOf(db, address, request.language, site.now(), site.today())
    const asked = follower.askedOn === site.today() ? follower.askedCount : 0
    if (asked >= rules.mostAsksPerDay) return done(true as const)
    await saveFollower(db, { ...follower, askedOn: site.today(), askedCount: asked + 1 })
    const follows = await listFollows(db, follower.id)
    const known = follows.find((one) => one.target === writeWish(request.wish))
    if (known?.confirmedAt !== undefined || (known === undefined && follows.length >= rules.mostFollows))
      await mailOwnPage(site, db, follower)
    else await sendQuestion(site, db, follower, await openFollow(site, db, follower, request, known), name)
    return done(true as const)
  })
}

/** An open wish asked for again takes the frequency that was asked for last; one that is confirmed is changed by its reader only. */
async function openFollow(site: Site, db: Db, follower: Follower, { wish, frequency }: FollowRequest, known?: Follow): Promise<number> {
  const askedAt = site.now()
  if (known === undefined)
    return insertFollow(db, { followerId: follower.id, kind: wish.kind, target: writeWish(wish), frequency, askedAt })
  await saveFollow(db, { ...known, frequency, askedAt })
  return known.id
}

async function sendQuestion(site: Site, db: Db, follower: Follower, followId: number, name: string): Promise<void> {
  const t = site.words[follower.language]
  const city = follower.language === 'zh' ? site.city.nameZh : site.city.nameEn
  await mailLink(site, db, follower, {
    followId,
    subject: t('subscriptions.mail.confirm.subject', { city }),
    write: ({ ownUrl }) => t('subscriptions.mail.confirm.text', { city, name, url: ownUrl, hours: rules.confirmHours }),
  })
}
