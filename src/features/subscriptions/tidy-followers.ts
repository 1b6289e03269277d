import type { Site } from '../../platform/site.ts'
import { forgetFollower } from './forget-follower.ts'
import { rules } from './load-rules.ts'
import { mailLink } from './mail-link.ts'
import { lockFollower, saveFollower } from './queries.ts'
import { listForgettable, listSilent, removeStale } from './queries-tidy.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Forgets what nobody confirmed and whom nobody has heard of for long; asks those once who have been silent for nearly as long. */
export async function tidyFollowers(site: Site): Promise<void> {
  const now = site.now().getTime()
  const ago = (ms: number): Date => new Date(now - ms)
  const asked = ago(rules.confirmHours * hourMs)
  await site.database.transaction((db) => removeStale(db, { asked, links: ago(rules.linkDays * dayMs) }))
  const forgettable = await listForgettable(site.database.read, { seen: ago(rules.inactiveDays * dayMs), asked })
  for (const id of forgettable) await site.database.transaction((db) => forgetFollower(db, id))
  const silent = await listSilent(site.database.read, ago((rules.inactiveDays - rules.remindDays) * dayMs))
  for (const id of silent) await site.database.transaction(async (db) => remind(site, db, id))
}

async function remind(site: Site, db: Parameters<typeof lockFollower>[0], id: number): Promise<void> {
  const follower = await lockFollower(db, id)
  if (follower === undefined || follower.remindedAt !== undefined) return
  await saveFollower(db, { ...follower, remindedAt: site.now() })
  const t = site.words[follower.language]
  const city = follower.language === 'zh' ? site.city.nameZh : site.city.nameEn
  await mailLink(site, db, follower, {
    subject: t('subscriptions.mail.remind.subject', { city }),
    write: ({ ownUrl, stopUrl }) => t('subscriptions.mail.remind.text', { city, days: rules.remindDays, url: ownUrl, stop: stopUrl }),
  })
}
