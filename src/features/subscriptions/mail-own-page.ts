import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { mailLink } from './mail-link.ts'
import type { Follower } from './queries.ts'

/** Mails a follower the way to their own page. */
export async function mailOwnPage(site: Site, db: Db, follower: Follower): Promise<void> {
  const t = site.words[follower.language]
  const city = follower.language === 'zh' ? site.city.nameZh : site.city.nameEn
  await mailLink(site, db, follower, {
    subject: t('subscriptions.mail.own.subject', { city }),
    write: ({ ownUrl, stopUrl }) => t('subscriptions.mail.own.text', { city, url: ownUrl, stop: stopUrl }),
  })
}
