import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeWithDatabase, freshDatabase } from '../../../test/support/database.ts'
import { using, type Database } from '../database/index.ts'
import { listJobs, startJobs, type Jobs } from '../jobs/index.ts'
import type { Tables } from '../jobs/tables.gen.ts'
import { listMails, mailHandlers, queueMail, type Mail } from './index.ts'

describeWithDatabase('The outbox', () => {
  const received: { recipients: string[]; mail: Email }[] = []
  const now = new Date('2025-10-31T08:00:00Z')
  const mail: Mail = {
    to: { name: '王，芳 <x@evil.example>', address: 'wang@example.org' },
    subject: '答复已发出：公开',
    text: '您好。\n请查收。',
  }
  let server: SMTPServer
  let smtpUrl: string
  let database: Database
  let jobs: Jobs

  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) =>
        void text(stream)
          .then((raw) => PostalMime.parse(raw))
          .then((parsed) => received.push({ recipients: session.envelope.rcptTo.map((one) => one.address), mail: parsed }))
          .then(() => done(), done),
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)))

  beforeEach(async () => {
    received.length = 0
    database = await freshDatabase()
  })
  afterEach(() => jobs.stop())

  const start = (url?: string) =>
    (jobs = startJobs(database, mailHandlers(database, { smtpUrl: url, from: 'openness@example.org', now: () => now }), {
      now: () => now,
      log: () => undefined,
      pollMs: 0,
    }))
  const queue = (one: Mail) => database.transaction((db) => queueMail(db, one))

  it('sends Chinese text whole, to the one address and nobody named in the name', async () => {
    await queue(mail)
    await start(smtpUrl).runOnce()
    expect(received).toHaveLength(1)
    expect(received[0]?.recipients).toEqual(['wang@example.org'])
    expect(received[0]?.mail).toMatchObject({ subject: mail.subject, to: [mail.to], from: { address: 'openness@example.org' } })
    expect(received[0]?.mail.text?.trim()).toBe(mail.text)
    expect(await listMails(database.read)).toMatchObject([{ state: 'sent', sentAt: now, to: mail.to }])
  })

  it('takes the way out along in a mail to a reader, and forgets the mail once it is sent', async () => {
    await queue({ ...mail, reader: 'follower:12', unsubscribeUrl: 'https://open.example.org/zh/follow/stop/token' })
    await start(smtpUrl).runOnce()
    const headers = Object.fromEntries((received[0]?.mail.headers ?? []).map(({ key, value }) => [key, value]))
    expect(headers).toMatchObject({
      'list-unsubscribe': '<https://open.example.org/zh/follow/stop/token>',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    })
    expect(await listMails(database.read)).toEqual([])
  })

  it('queues nothing whose way out smuggles in a header', async () => {
    await expect(queue({ ...mail, reader: 'follower:12', unsubscribeUrl: 'https://a.example\r\nBcc: b@c' })).rejects.toThrow(RangeError)
  })

  it('keeps mails to be read at the desk where no server is set', async () => {
    await queue(mail)
    await start().runOnce()
    expect(await listMails(database.read)).toMatchObject([{ ...mail, state: 'kept' }])
    expect(await listJobs(database.read, { state: 'done' })).toHaveLength(1)
  })

  it('says why a mail could not be sent, and will try again', async () => {
    await queue(mail)
    await start('smtp://127.0.0.1:1').runOnce()
    expect(await listMails(database.read)).toMatchObject([
      { state: 'failed', lastError: expect.stringContaining('ECONNREFUSED') as string },
    ])
    expect(await listJobs(database.read, { state: 'waiting' })).toHaveLength(1)
  })

  it('queues nothing to an address that smuggles in a second one', async () => {
    const smuggled = { ...mail, to: { name: '', address: 'a@example.org\r\nBcc: b@example.org' } }
    await expect(queue(smuggled)).rejects.toThrow(RangeError)
    expect(await listMails(database.read)).toEqual([])
  })

  it('sends nothing from a row that was tampered with', async () => {
    const id = await queue(mail)
    const change = { subject: 'x\r\nBcc: b@example.org' }
    await using<Tables>(database.read).updateTable('work.mail').set(change).where('id', '=', id).execute()
    await start(smtpUrl).runOnce()
    expect(received).toEqual([])
  })
})
