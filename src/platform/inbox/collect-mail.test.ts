import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { madeCertificate } from '../../../test/support/certificate.ts'
import { givenBox, startImapServer, type FakeBox } from '../../../test/support/imap-server.ts'
import type { InboxAddress } from './address.ts'
import { collectMail, MailboxFault, type Keeping } from './index.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const mail = (n: number) => Buffer.from(`Subject: ${n}\r\n\r\n申请公开第 ${n} 号\r\n`)
const mails = (...uids: number[]) => new Map(uids.map((uid) => [uid, mail(uid)]))

async function start(box: FakeBox, address: Partial<InboxAddress> = {}): Promise<InboxAddress> {
  const { port, stop } = await startImapServer(box)
  stops.push(stop)
  return { host: '127.0.0.1', port, isTls: false, user: 'unit', password: 'secret', folder: 'INBOX', ...address }
}

function keeper(failsOn: number[] = []) {
  const kept: number[] = []
  const raws: Buffer[] = []
  const keep: Keeping['keep'] = async (raw, uid) => {
    await Promise.resolve()
    if (failsOn.includes(uid)) throw new Error('no room')
    kept.push(uid)
    raws.push(raw)
  }
  return { kept, raws, keep }
}

const faultOf = async (run: Promise<unknown>) => {
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(MailboxFault)
  return error as MailboxFault
}

describe('Collecting mail', () => {
  it('hands over every mail byte for byte, oldest first, marks it as read, and says how far it came', async () => {
    const box = givenBox({ mails: mails(3, 5, 9) })
    const { kept, raws, keep } = keeper()
    const collected = await collectMail(await start(box), { keep })
    expect(collected).toEqual({ position: { uidValidity: 7, lastUid: 9 }, kept: 3, failures: [] })
    expect(kept).toEqual([3, 5, 9])
    expect(Buffer.concat(raws)).toEqual(Buffer.concat([mail(3), mail(5), mail(9)]))
    expect([...box.seen]).toEqual([3, 5, 9])
    expect(box.heard.at(-1)).toMatch(/LOGOUT$/)
  })

  it('finds nothing in an empty mailbox, and nothing new where everything was read', async () => {
    const { kept, keep } = keeper()
    expect(await collectMail(await start(givenBox()), { keep })).toMatchObject({ position: { uidValidity: 7, lastUid: 0 }, kept: 0 })
    const since = { uidValidity: 7, lastUid: 9 }
    expect(await collectMail(await start(givenBox({ mails: mails(9) })), { since, keep })).toMatchObject({ position: since, kept: 0 })
    expect(kept).toEqual([])
  })

  it('takes a thousand mails', async () => {
    const { kept, keep } = keeper()
    const box = givenBox({ mails: mails(...Array.from({ length: 1000 }, (_, at) => at + 1)) })
    expect(await collectMail(await start(box), { keep })).toMatchObject({ position: { lastUid: 1000 }, kept: 1000, failures: [] })
    expect(new Set(kept).size).toBe(1000)
  })

  it('fetches a mail again that was not kept, and lets it hold up no other', async () => {
    const box = givenBox({ mails: mails(1, 2, 3) })
    const address = await start(box)
    const first = await collectMail(address, { keep: keeper([2]).keep })
    expect(first).toMatchObject({ position: { lastUid: 1 }, kept: 2, failures: [{ uid: 2, step: 'keep' }] })
    expect([...box.seen]).toEqual([1, 3])
    const { kept, keep } = keeper()
    expect(await collectMail(address, { since: first.position, keep })).toMatchObject({ position: { lastUid: 3 }, failures: [] })
    expect(kept).toEqual([2, 3])
  })

  it('begins anew when the mailbox was numbered anew', async () => {
    const { kept, keep } = keeper()
    const address = await start(givenBox({ uidValidity: 8, mails: mails(1, 2) }))
    const collected = await collectMail(address, { since: { uidValidity: 7, lastUid: 400 }, keep })
    expect(collected.position).toEqual({ uidValidity: 8, lastUid: 2 })
    expect(kept).toEqual([1, 2])
  })

  it('keeps no half of a mail when the connection is cut within it, and comes back for it', async () => {
    const box = givenBox({ mails: mails(1, 2, 3), cutsIn: 2 })
    const { kept, keep } = keeper()
    const collected = await collectMail(await start(box), { keep })
    expect(collected).toMatchObject({ position: { lastUid: 1 }, kept: 1, fault: { kind: 'cut' } })
    expect(kept).toEqual([1])
    const again = await collectMail(await start({ ...box, cutsIn: undefined }), { since: collected.position, keep })
    expect(again).toMatchObject({ position: { lastUid: 3 }, kept: 2 })
  })

  it('gives up on a server that is silent, and keeps what it has', async () => {
    const box = givenBox({ mails: mails(1, 2), silentOn: ['UID STORE'] })
    const collected = await collectMail(await start(box), { keep: keeper().keep, wire: { idleMs: 50 } })
    expect(collected).toMatchObject({ position: { lastUid: 1 }, kept: 1, fault: { kind: 'timeout' } })
    const mute = await start(givenBox({ greeting: '' }))
    expect(await faultOf(collectMail(mute, { keep: keeper().keep, wire: { idleMs: 50 } }))).toMatchObject({ kind: 'timeout' })
  })

  it('gives up on a server that takes too long altogether', async () => {
    const box = givenBox({ silentOn: ['SELECT'] })
    const fault = await faultOf(collectMail(await start(box), { keep: keeper().keep, wire: { totalMs: 80 } }))
    expect(fault.kind).toBe('timeout')
  })

  it('hands over the beginning of a mail that is too large, and says so', async () => {
    const large = Buffer.concat([mail(1), Buffer.alloc(200_000, 'x')])
    const about: unknown[] = []
    const keep: Keeping['keep'] = async (raw, _, what) => void about.push(await Promise.resolve({ length: raw.length, ...what }))
    const box = givenBox({ mails: new Map([[1, large]]) })
    expect(await collectMail(await start(box), { keep, maxBytes: 100_000 })).toMatchObject({ position: { lastUid: 1 }, kept: 1 })
    expect(about).toEqual([{ length: 65_536, sizeBytes: large.length, isWhole: false }])
  })

  it('never passes a mail that has a number but cannot be fetched', async () => {
    const box = givenBox({ mails: mails(1, 2), insteadOf: { 'UID FETCH': (tag) => `${tag} OK nothing\r\n` } })
    const collected = await collectMail(await start(box), { keep: keeper().keep })
    expect(collected).toMatchObject({ position: { lastUid: 0 }, kept: 0, failures: [{ step: 'fetch' }, { step: 'fetch' }] })
  })

  it('moves kept mails into a folder with a Chinese name, and only those', async () => {
    const box = givenBox({ mails: mails(1, 2) })
    await collectMail(await start(box, { moveTo: '已收取&' }), { keep: keeper([2]).keep })
    expect([...box.moved]).toEqual([[1, '&XfJlNlPW-&-']])
    expect([...box.mails.keys()]).toEqual([2])
    const still = await start(givenBox({ canMove: false }), { moveTo: 'Done' })
    expect(await faultOf(collectMail(still, { keep: keeper().keep }))).toMatchObject({ kind: 'no-move' })
  })

  it('still counts a mail as kept that could not be marked', async () => {
    const box = givenBox({ mails: mails(1), insteadOf: { 'UID MOVE': (tag) => `${tag} NO [TRYCREATE] no such folder\r\n` } })
    const collected = await collectMail(await start(box, { moveTo: 'Done' }), { keep: keeper().keep })
    expect(collected).toMatchObject({ position: { lastUid: 1 }, kept: 1, failures: [{ uid: 1, step: 'mark' }] })
  })
})

describe('Signing in', () => {
  const keep = keeper().keep
  let tls: { key: string; cert: string }
  beforeAll(() => {
    tls = madeCertificate()
  })

  it('works over TLS from the first byte, and after STARTTLS where the server wants it', async () => {
    const box = givenBox({ tls, isTls: true, mails: mails(1) })
    const host = { host: 'localhost', isTls: true }
    expect(await collectMail(await start(box, host), { keep, wire: { ca: tls.cert } })).toMatchObject({ kept: 1 })
    const later = givenBox({ tls, capabilities: ['STARTTLS', 'LOGINDISABLED'], mails: mails(1) })
    expect(await collectMail(await start(later, { host: 'localhost' }), { keep, wire: { ca: tls.cert } })).toMatchObject({ kept: 1 })
    expect(later.heard.findIndex((line) => line.endsWith('STARTTLS'))).toBeLessThan(later.heard.findIndex((line) => line.includes('AUTH')))
  })

  it('stops at a certificate that nobody vouches for, or that is for another host', async () => {
    const address = await start(givenBox({ tls, isTls: true }), { isTls: true, host: 'localhost' })
    expect(await faultOf(collectMail(address, { keep }))).toMatchObject({ kind: 'certificate' })
    const other = { ...address, host: '0.0.0.0' }
    expect(await faultOf(collectMail(other, { keep, wire: { ca: tls.cert } }))).toMatchObject({ kind: 'certificate' })
  })

  it('sends no password in the clear to another machine, whatever it offers', async () => {
    for (const capabilities of [['AUTH=PLAIN'], []]) {
      const box = givenBox({ capabilities })
      expect(await faultOf(collectMail(await start(box, { host: '0.0.0.0' }), { keep }))).toMatchObject({ kind: 'no-tls' })
      expect(box.heard.filter((line) => !line.endsWith('CAPABILITY'))).toEqual([])
    }
  })

  it('refuses words that a stranger slipped in before TLS began', async () => {
    const insteadOf = { STARTTLS: (tag: string) => `${tag} OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n` }
    const box = givenBox({ capabilities: ['STARTTLS'], insteadOf })
    expect(await faultOf(collectMail(await start(box, { host: '0.0.0.0' }), { keep }))).toMatchObject({ kind: 'protocol' })
    expect(box.heard.join()).not.toMatch(/AUTHENTICATE|LOGIN/)
  })

  it('uses LOGIN where there is nothing else, quoting what must be quoted', async () => {
    const box = givenBox({ capabilities: [], password: 'a\\"b', mails: mails(1) })
    const address = await start({ ...box, password: 'a\\\\\\"b' }, { password: 'a\\"b' })
    expect(await collectMail(address, { keep })).toMatchObject({ kept: 1 })
    expect(await faultOf(collectMail({ ...address, password: '密码' }, { keep }))).toMatchObject({ kind: 'sign-in' })
  })

  it('says that the password is wrong without saying the password, even where the server does', async () => {
    const fault = await faultOf(collectMail(await start(givenBox(), { password: 'hunter2' }), { keep }))
    expect(fault.kind).toBe('sign-in')
    expect(`${fault.message} ${fault.stack} ${JSON.stringify(fault)}`).not.toMatch(/hunter2|aHVudGVyM/)
  })

  it('names a folder that is not there, and a machine that nobody reaches', async () => {
    expect(await faultOf(collectMail(await start(givenBox(), { folder: 'Archive' }), { keep }))).toMatchObject({ kind: 'folder' })
    const address = await start(givenBox())
    await stops.pop()?.()
    expect(await faultOf(collectMail(address, { keep }))).toMatchObject({ kind: 'unreachable' })
  })
})

describe('A hostile server', () => {
  const { keep } = keeper()

  it.each([
    ['greeting', '* BYE go away\r\n'],
    ['greeting', '* PREAUTH welcome, whoever you are\r\n'],
    ['greeting', 'HTTP/1.1 400 Bad Request\r\n'],
    ['greeting', '\u0000\u0001\u00ff\r\n'],
    ['greeting', '+ \r\n'],
    ['too-long', 'x'.repeat(20_000)],
    ['too-long', '* LIST {4294967296}\r\n'],
  ])('is left with %s after its first word', async (kind, greeting) => {
    expect((await faultOf(collectMail(await start(givenBox({ greeting })), { keep }))).kind).toBe(kind)
  })

  it.each<[string, string, (tag: string) => string]>([
    ['protocol', 'UID SEARCH', (tag) => `* SEARCH 1 x 3\r\n${tag} OK\r\n`],
    ['protocol', 'UID SEARCH', (tag) => `* SEARCH 99999999999\r\n${tag} OK\r\n`],
    ['too-long', 'UID FETCH', (tag) => `* 1 FETCH (UID 1 BODY[] {999999999}\r\nabc${tag} OK\r\n`],
    ['protocol', 'UID FETCH', (tag) => `* 1 FETCH ${'('.repeat(50)}\r\n${tag} OK\r\n`],
    ['protocol', 'UID FETCH', (tag) => `* 1 FETCH ))))\r\n${tag} OK\r\n`],
    ['protocol', 'UID FETCH', (tag) => `* 1 FETCH (UID 1 RFC822.SIZE (1 2))\r\n${tag} OK\r\n`],
    ['protocol', 'UID FETCH', (tag) => `+ your password please\r\n${tag} OK\r\n`],
  ])('ends the run with %s when it answers %s with nonsense, and nothing is passed over', async (kind, verb, nonsense) => {
    const box = givenBox({ mails: mails(1, 2), insteadOf: { [verb]: nonsense } })
    const collected = await collectMail(await start(box), { keep })
    expect(collected).toMatchObject({ position: { lastUid: 0 }, kept: 0, fault: { kind } })
  })

  it('may tell anything in between without being believed', async () => {
    const stray = '* OK [ALERT] ")(" {5}\r\n* 3 EXPUNGE\r\n* 9 FETCH (UID 9 FLAGS ("a\\"b" NIL ()))\r\n'
    const box = givenBox({ mails: mails(1), insteadOf: { ID: (tag) => `${stray}${tag} NO\r\n` } })
    expect(await collectMail(await start(box), { keep })).toMatchObject({ kept: 1, failures: [] })
  })
})
