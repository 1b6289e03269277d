import { sql } from 'kysely'
import { using, type Db } from '../database/index.ts'
import type { Tables } from '../jobs/tables.gen.ts'
import type { Mail } from './mail.ts'

export interface QueuedMail extends Mail {
  id: number
  /** `kept`: no mail server is set. `failed`: the last try failed; the job says whether there will be another. */
  state: 'waiting' | 'sent' | 'kept' | 'failed'
  queuedAt: Date
  sentAt?: Date
  lastError?: string
}

export async function addMail(db: Db, { to, subject, text, reader, unsubscribeUrl }: Mail): Promise<number> {
  const row = await using<Tables>(db)
    .insertInto('work.mail')
    .values({
      to_name: to.name,
      to_address: to.address,
      subject,
      text,
      state: 'waiting',
      queued_at: sql<Date>`now()`,
      reader: reader ?? '',
      unsubscribe_url: unsubscribeUrl ?? '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function findMail(db: Db, id: number): Promise<QueuedMail | undefined> {
  const row = await using<Tables>(db).selectFrom('work.mail').selectAll().where('id', '=', id).executeTakeFirst()
  return row && mailOf(row)
}

/** The newest mails first, at most 200. */
export async function listMails(db: Db): Promise<QueuedMail[]> {
  const rows = await using<Tables>(db)
    .selectFrom('work.mail')
    .selectAll()
    .orderBy('queued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(mailOf)
}

export async function saveMailState(db: Db, id: number, state: QueuedMail['state'], sentAt?: Date, lastError?: string): Promise<void> {
  await using<Tables>(db)
    .updateTable('work.mail')
    .set({ state, sent_at: sentAt ?? null, last_error: lastError ?? null })
    .where('id', '=', id)
    .execute()
}

/** Forgets every mail to a reader: a sent one has done its work, and one that waits is not wanted any more. */
export async function forgetMails(db: Db, reader: string): Promise<void> {
  await using<Tables>(db).deleteFrom('work.mail').where('reader', '=', reader).where('reader', '<>', '').execute()
}

export async function removeMail(db: Db, id: number): Promise<void> {
  await using<Tables>(db).deleteFrom('work.mail').where('id', '=', id).execute()
}

interface Row {
  id: number
  to_name: string
  to_address: string
  subject: string
  text: string
  state: string
  queued_at: Date
  sent_at: Date | null
  last_error: string | null
  reader: string
  unsubscribe_url: string
}

function mailOf(row: Row): QueuedMail {
  return {
    id: row.id,
    to: { name: row.to_name, address: row.to_address },
    subject: row.subject,
    text: row.text,
    ...(row.reader === '' ? {} : { reader: row.reader }),
    ...(row.unsubscribe_url === '' ? {} : { unsubscribeUrl: row.unsubscribe_url }),
    state: row.state as QueuedMail['state'],
    queuedAt: row.queued_at,
    sentAt: row.sent_at ?? undefined,
    lastError: row.last_error ?? undefined,
  }
}
