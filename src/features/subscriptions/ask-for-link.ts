import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Site } from '../../platform/site.ts'
import type { AskRefusal } from './ask-to-follow.ts'
import { rules } from './load-rules.ts'
import { mailOwnPage } from './mail-own-page.ts'
import { findFollowerOf, saveFollower } from './queries.ts'
import { readAddress } from './read-address.ts'

/** Somebody asks for the way to their own page. The answer is the same whether the address is known or not. */
export async function askForLink(site: Site, typed: string): Promise<Outcome<true, AskRefusal>> {
  const address = readAddress(typed)
  if (address === undefined) return refused('address-unusable')
  return site.database.transaction(async (db) => {
    const follower = await findFollowerOf(db, address)
    const asked = follower?.askedOn === site.today() ? follower.askedCount : 0
    if (follower === undefined || asked >= rules.mostAsksPerDay) return done(true as const)
    await saveFollower(db, { ...follower, askedOn: site.today(), askedCount: asked + 1 })
    await mailOwnPage(site, db, follower)
    return done(true as const)
  })
}
