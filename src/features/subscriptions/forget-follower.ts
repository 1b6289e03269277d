import type { Db } from '../../platform/database/index.ts'
import { forgetMails } from '../../platform/mail/index.ts'
import { removeFollower } from './queries.ts'

/** Erases a follower: the address, what was followed, what was told, the links, and the mails that were not sent yet. */
export async function forgetFollower(db: Db, id: number): Promise<void> {
  await forgetMails(db, `follower:${id}`)
  await removeFollower(db, id)
}
