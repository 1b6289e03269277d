import type { Db } from '../database/index.ts'
import { enqueue } from '../jobs/index.ts'
import { assertMail, type Mail } from './mail.ts'
import { addMail } from './queries.ts'

/** Puts a mail into the outbox, in the act's own transaction. Throws RangeError on an unusable address, name or subject. */
export async function queueMail(db: Db, mail: Mail): Promise<number> {
  assertMail(mail)
  const id = await addMail(db, mail)
  await enqueue(db, 'mail.send', { id })
  return id
}
