import type { Db } from '../../platform/database/index.ts'
import { queueMail } from '../../platform/mail/index.ts'
import type { Site } from '../../platform/site.ts'
import { hashOfToken, makeToken } from '../accounts/index.ts'
import { insertLink, type Follower } from './queries.ts'

/** A mail to a follower, as it is written before its links are made. */
export interface Letter {
  subject: string
  /** Written with the addresses of the reader's own page and of the way out. */
  write(links: { ownUrl: string; stopUrl: string }): string
  /** The wish that the link confirms. */
  followId?: number
}

/** Queues a mail to a follower with links that only its reader has: of their tokens the hash is kept and nothing else. */
export async function mailLink(site: Site, db: Db, follower: Follower, letter: Letter): Promise<void> {
  const { token } = makeToken()
  await insertLink(db, hashOfToken(token), { followerId: follower.id, followId: letter.followId, madeAt: site.now() })
  const start = `${site.config.baseUrl}/${follower.language}/follow`
  const links = { ownUrl: `${start}/mine/${token}`, stopUrl: `${start}/stop/${token}` }
  await queueMail(db, {
    to: { name: '', address: follower.address },
    subject: letter.subject.replace(/\s+/g, ' ').trim(),
    text: letter.write(links),
    reader: readerOf(follower.id),
    unsubscribeUrl: links.stopUrl,
  })
}

const readerOf = (id: number): string => `follower:${id}`
