import type { Database } from '../database/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { assertMail, type Mail } from './mail.ts'
import { findMail, saveMailState } from './queries.ts'

export interface MailOptions {
  /** 'smtp://user:password@host:port'; without it mails are kept and shown at the desk. */
  smtpUrl?: string
  /** The address that mails come from. */
  from: string
  now: () => Date
}

/** What works off the outbox: one job, `mail.send`. */
export function mailHandlers(database: Database, options: MailOptions): Record<string, JobHandler> {
  return { 'mail.send': ({ id }: { id: number }) => send(database, id, options) }
}

async function send(database: Database, id: number, { smtpUrl, from, now }: MailOptions): Promise<void> {
  const mail = await findMail(database.read, id)
  if (!mail || mail.state === 'sent') return
  if (smtpUrl === undefined) return saveMailState(database.read, id, 'kept')
  try {
    await deliver(mail, smtpUrl, from)
  } catch (error) {
    await saveMailState(database.read, id, 'failed', undefined, (error as Error).message)
    throw error
  }
  await saveMailState(database.read, id, 'sent', now())
}

async function deliver({ to, subject, text }: Mail, smtpUrl: string, from: string): Promise<void> {
  assertMail({ to, subject, text }) // a row may have been written by another hand
  const { createTransport } = await import('nodemailer') // heavy, and most processes send no mail
  const transport = createTransport(smtpUrl, { disableFileAccess: true, disableUrlAccess: true })
  try {
    await transport.sendMail({ from, to, subject, text })
  } finally {
    transport.close()
  }
}
