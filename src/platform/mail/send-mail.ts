import type { Database } from '../database/index.ts'
import type { JobHandler } from '../jobs/index.ts'
import { assertMail, type Mail } from './mail.ts'
import { findMail, removeMail, saveMailState } from './queries.ts'

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
  if (mail.reader !== undefined) return removeMail(database.read, id) // an address is kept no longer than it is needed
  await saveMailState(database.read, id, 'sent', now())
}

/**
 * Sends a mail at once and keeps nothing of it: for an address that may not stand in the outbox. Without a mail server nothing is sent,
 * and false is answered. Throws what the server says.
 */
export async function sendNow({ smtpUrl, from }: MailOptions, mail: Mail): Promise<boolean> {
  if (smtpUrl === undefined) return false
  await deliver(mail, smtpUrl, from)
  return true
}

async function deliver({ to, subject, text, unsubscribeUrl }: Mail, smtpUrl: string, from: string): Promise<void> {
  assertMail({ to, subject, text, ...(unsubscribeUrl === undefined ? {} : { unsubscribeUrl }) }) // a row may have been written by another hand
  const { createTransport } = await import('nodemailer') // heavy, and most processes send no mail
  const transport = createTransport(smtpUrl, { disableFileAccess: true, disableUrlAccess: true })
  try {
    await transport.sendMail({ from, to, subject, text, headers: headersOf(unsubscribeUrl) })
  } finally {
    transport.close()
  }
}

/** The button that mail programs draw: one POST, and no page to be found first. */
function headersOf(unsubscribeUrl: string | undefined): Record<string, string> {
  if (unsubscribeUrl === undefined) return {}
  return {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
  }
}
