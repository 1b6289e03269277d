import { dayOf } from '../../kernel/day.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { listChanges } from '../publishing/index.ts'
import { digestDay, frequencies, type Frequency, type Moment } from './frequency.ts'
import { rules } from './load-rules.ts'
import { mailLink } from './mail-link.ts'
import { lockFollower, saveFollower, type Follower } from './queries.ts'
import { listUntold, listWaiting, saveTold } from './queries-notices.ts'
import { writeNews } from './write-news.ts'

/** Mails every follower who waits and whose time has come: one mail for everything since the last. */
export async function sendNotices(site: Site): Promise<void> {
  const now = momentOf(site)
  for (const frequency of frequencies) {
    let after = 0
    for (let ids = await listWaiting(site.database.read, frequency, after, rules.batch); ids.length > 0;) {
      for (const id of ids) await site.database.transaction((db) => sendTo(site, db, id, frequency, now))
      after = ids.at(-1) ?? after
      ids = await listWaiting(site.database.read, frequency, after, rules.batch)
    }
  }
}

/** The follower is locked from the look at what is untold to the note that it was told: two processes send one mail. */
async function sendTo(site: Site, db: Db, id: number, frequency: Frequency, now: Moment): Promise<void> {
  const follower = await lockFollower(db, id)
  if (follower === undefined || !isDue(follower, frequency, now)) return
  const ids = await listUntold(db, id, frequency)
  const changes = await listChanges(db, { ids, limit: rules.mostInMail })
  if (changes.length > 0) await mailLink(site, db, follower, writeNews(site, follower, changes, ids.length))
  await saveTold(db, id, ids, site.now())
  if (frequency === 'daily') await saveFollower(db, { ...follower, digestOn: now.today })
  if (frequency === 'weekly') await saveFollower(db, { ...follower, weeklyOn: now.today })
}

function isDue(follower: Follower, frequency: Frequency, now: Moment): boolean {
  if (frequency === 'at-once') return true
  const last = frequency === 'daily' ? follower.digestOn : follower.weeklyOn
  return last === undefined || last < digestDay(frequency, now, rules)
}

const zoneHours = 8

/** The hour of the city's own clock: China has one time, and no summer time. */
function momentOf(site: Site): Moment {
  const now = site.now()
  return { today: dayOf(now), hour: (now.getUTCHours() + zoneHours) % 24 }
}
