import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { givenBox, startImapServer, type FakeBox } from '../../../../test/support/imap-server.ts'
import { rawLetter } from '../../../../test/support/letters.ts'
import { givenUnit, givenVisitor, openDesk } from '../../../../test/support/site.ts'
import { StartFault } from '../../../platform/database/index.ts'
import type { Listener } from '../../../platform/inbox/index.ts'
import { verifyJournal } from '../../../platform/journal/index.ts'
import { rewrap } from '../../../platform/seal/index.ts'
import type { Unit } from '../../organisations/index.ts'
import { openCounter } from '../intake/open-counter.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { loaders } from '../index.ts'
import { sealHoldersOf } from '../persons/seal-holders.ts'
import { collectMailboxes } from './collect-mailboxes.ts'
import { openInbox } from './open-inbox.ts'
import { openMail } from './open-mail.ts'
import { listMailboxes, listMailboxStates } from './queries-mailboxes.ts'
import { listWaiting } from './queries.ts'
import { removeMailbox } from './remove-mailbox.ts'
import { mailboxRoutes } from './routes-mailboxes.tsx'
import { setMailbox } from './set-mailbox.ts'

let given: GivenCases
let forest: Unit
const logged: string[] = []
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  if (!hasServer) return
  given = await givenCases('2026-06-15')
  const { site, city } = given
  site.config.dataDir = mkdtempSync(join(tmpdir(), 'gongkai-mailboxes-'))
  site.log = (line) => void logged.push(JSON.stringify(line))
  forest = await givenUnit(site, { code: 'forest', email: 'Forest@example.gov.cn' }, city)
  await givenUnit(site, { code: 'parks', email: 'parks@example.gov.cn' }, city)
  await openCounter(site, forest.id)
})

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function mailboxOf(box: FakeBox, password = 'secret'): Promise<string> {
  const { port, stop } = await startImapServer(box)
  stops.push(stop)
  return `imap://unit:${password}@127.0.0.1:${port}/INBOX`
}

const waiting = (unit: Unit) => listWaiting(given.site.database.read, [unit.id], false, 100)
const stateOf = async (unit: Unit) => (await listMailboxStates(given.site.database.read)).get(unit.id)

describeWithDatabase('a unit’s mailbox', () => {
  test('is read to its end, each letter with the day on which the mail server received it, and then from there on', async () => {
    const { site, cast, safety } = given
    const box = givenBox({
      mails: new Map([
        [3, await rawLetter({ subject: '一' })],
        [5, await rawLetter({ subject: '二' })],
      ]),
    })
    box.arrived.set(3, '12-Jun-2026 23:30:00 +0800').set(5, '17-Jun-2026 09:00:00 +0800')
    const state = must(await setMailbox(site, cast.office, { unit: 'safety', address: await mailboxOf(box) }))
    expect(state.shown).toBe('u*** · 127.0.0.1 · INBOX')
    await collectMailboxes(site)
    expect((await waiting(safety)).map(({ arrivedAt }) => arrivedAt.toISOString())).toEqual([
      '2026-06-12T15:30:00.000Z',
      '2026-06-15T02:00:00.000Z',
    ])
    expect(await stateOf(safety)).toMatchObject({ position: { uidValidity: 7, lastUid: 5 }, collectedAt: '2026-06-15T02:00:00.000Z' })
    box.mails.set(6, await rawLetter({ subject: '三' }))
    box.uidValidity = 8
    await collectMailboxes(site)
    expect(await waiting(safety)).toHaveLength(3)
    const ids = (await waiting(safety)).map((one) => one.id)
    expect((await openMail(site, cast.writer, ids[0] ?? 0))?.mail.subject).toBe('一')
  })

  test('that fails says why, without its password, and holds up no other', async () => {
    const { site, cast, safety, water } = given
    must(await setMailbox(site, cast.office, { unit: 'safety', address: await mailboxOf(givenBox(), 'Wrong%20Passw0rd') }))
    const box = givenBox({ mails: new Map([[1, await rawLetter({ subject: '水务' })]]) })
    must(await setMailbox(site, cast.office, { unit: 'water', address: await mailboxOf(box) }))
    await collectMailboxes(site)
    expect(await stateOf(safety)).toMatchObject({ fault: 'sign-in' })
    expect(await waiting(water)).toHaveLength(1)
    const desk = await openDesk(site, mailboxRoutes)
    const office = givenVisitor(cast.office.personId, ['office', given.city])
    const { text } = await desk.get(office, '/en/desk/applications/mailboxes')
    expect(text).toContain('user or password refused')
    expect(text).toContain('read to the end')
    for (const where of [text, logged.join(), JSON.stringify([...(await listMailboxStates(site.database.read))])]) {
      expect(where).not.toMatch(/Passw0rd|secret@|unit:/)
    }
  })

  test('is set and taken away by the office alone, within its reach, and shown again to nobody', async () => {
    const { site, cast, city, safety } = given
    const desk = await openDesk(site, mailboxRoutes)
    const office = givenVisitor(cast.office.personId, ['office', city])
    const path = '/en/desk/applications/mailboxes'
    const clerk = givenVisitor(cast.writer.personId, ['information-officer', safety])
    expect((await desk.get(clerk, path)).status).toBe(403)
    const narrow = givenVisitor(cast.head.personId, ['office', safety])
    const address = 'imaps://unit:Passw0rd@mail.example.gov.cn/INBOX'
    expect((await desk.post(narrow, path, { unit: 'water', address })).status).toBe(403)
    expect((await desk.post(narrow, path, { unit: 'water', act: 'remove' })).status).toBe(403)
    const wrong = await desk.post(office, path, { unit: 'parks', address: 'imaps://unit:Passw0rd@mail.example.gov.cn:99999/A%00?x=y' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toMatch(/href="#unit"[\s\S]*href="#address"/)
    expect(wrong.text).not.toContain('Passw0rd')
    expect((await desk.post(office, path, { unit: 'forest', address })).location).toBe(path)
    expect((await desk.get(office, path)).text).toContain('u*** · mail.example.gov.cn · INBOX')
    expect((await desk.post(office, path, { unit: 'forest', act: 'remove' })).location).toBe(path)
    expect(await stateOf(forest)).toEqual({ hash: '' })
    expect((await listMailboxes(site.database.read)).map(({ unitId }) => unitId)).not.toContain(forest.id)
    expect(await removeMailbox(site, cast.office, 'forest')).toEqual({ ok: false, refusals: ['unit-missing'] })
  })

  test('keeps its place when it is set again unchanged, and begins anew when it is another', async () => {
    const { site, cast, water } = given
    const [mailbox] = (await listMailboxes(site.database.read)).filter(({ unitId }) => unitId === water.id)
    expect(mailbox?.state.position).toEqual({ uidValidity: 7, lastUid: 1 })
    must(await setMailbox(site, cast.office, { unit: 'water', address: 'imap://unit:other@127.0.0.1:1/INBOX' }))
    expect((await stateOf(water))?.position).toBeUndefined()
    await collectMailboxes(site)
    expect(await stateOf(water)).toMatchObject({ fault: 'unreachable' })
    expect(
      (await site.database.transaction((db) => verifyJournal(db, loaders))).findings.map(({ kind, subject }) => `${kind} ${subject}`),
    ).toEqual([])
  })

  test('and the letters that wait go over to a new key like everything under seal', async () => {
    const { site, cast, safety } = given
    const before = await waiting(safety)
    const holders = sealHoldersOf(site.database, site.config)
    expect(holders.map(({ name }) => name)).toEqual(expect.arrayContaining(['applications.candidate', 'applications.counter']))
    for (const holder of holders) {
      for (let after: string | undefined = undefined; ;) {
        const rows: { id: string; sealed: Buffer }[] = await holder.list(after, 1)
        const [row] = rows
        if (row === undefined) break
        expect(await holder.save(row.id, row.sealed, rewrap(site.keys, row.sealed, holder.about(row.id)))).toBe(true)
        expect(await holder.save(row.id, row.sealed, row.sealed)).toBe(false)
        after = row.id
      }
    }
    for (const { id } of before) expect((await openMail(site, cast.writer, id))?.mail.from.address).toBe('wang@example.org')
  })
})

describeWithDatabase('letters that the mail server of the house passes on', () => {
  const listen = async (): Promise<Listener> => {
    given.site.config.inboxListen = { host: '127.0.0.1', port: 0 }
    const listener = await openInbox(given.site)
    if (listener === undefined) throw new Error('nobody listens')
    stops.push(listener.stop)
    return listener
  }
  const send = (port: number, to: string | string[], subject: string) => {
    const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
    return transport.sendMail({ from: 'wang@example.org', to, subject, text: '请公开。' }).finally(() => transport.close())
  }

  test('come to the unit whose address they name, however it is spelled, and nobody else’s is taken', async () => {
    const { port } = await listen()
    await send(port, ['forest@EXAMPLE.gov.cn', 'forest@example.gov.cn'], '林业')
    const [letter] = await waiting(forest)
    expect(letter).toMatchObject({ maskedFrom: 'w***@example.org', isAutomatic: false })
    for (const stranger of ['parks@example.gov.cn', 'someone@example.org'])
      await expect(send(port, stranger, '外人')).rejects.toThrow('550')
    expect(await waiting(forest)).toHaveLength(1)
  })

  test('are taken only once they are kept: a mail that cannot be is asked for again', async () => {
    const { port } = await listen()
    const { transaction } = given.site.database
    given.site.database.transaction = () => Promise.reject(new Error('disk full'))
    await expect(send(port, 'forest@example.gov.cn', '重来')).rejects.toThrow('451')
    given.site.database.transaction = transaction
    await send(port, 'forest@example.gov.cn', '重来')
    expect(await waiting(forest)).toHaveLength(2)
  })

  test('are not listened for unless the settings say where, and a place that is taken is named to whoever starts', async () => {
    const { port } = await listen()
    given.site.config.inboxListen = { host: '127.0.0.1', port }
    await expect(openInbox(given.site)).rejects.toThrow(StartFault)
    await expect(openInbox(given.site)).rejects.toThrow(/INBOX_LISTEN/)
    delete given.site.config.inboxListen
    expect(await openInbox(given.site)).toBeUndefined()
  })
})
