import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { givenLetter, rawLetter } from '../../../../test/support/letters.ts'
import { asDay } from '../../../kernel/day.ts'
import { using } from '../../../platform/database/index.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { verifyJournal } from '../../../platform/journal/index.ts'
import { unsealBytes } from '../../../platform/seal/index.ts'
import type { Officer } from '../../publishing/index.ts'
import { readCase } from '../cases/read-case.ts'
import { findById } from '../cases/queries.ts'
import { aboutFile } from '../intake/attach-sent.ts'
import { applicantOf, givenCases, type GivenCases } from '../given-cases.ts'
import { loaders } from '../index.ts'
import { acceptMail, type Acceptance } from './accept-mail.ts'
import { keepMail } from './keep-mail.ts'
import { openMail } from './open-mail.ts'
import { countWaitingMails, findCandidate, findSealedMail, listWaiting } from './queries.ts'
import { refuseMail } from './refuse-mail.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

let given: GivenCases
let clerk: Officer
let elsewhere: Officer

beforeAll(async () => {
  if (!hasServer) return
  given = await givenCases('2026-06-15')
  given.site.config.dataDir = mkdtempSync(join(tmpdir(), 'gongkai-mailroom-'))
  clerk = given.cast.writer
  elsewhere = { personId: given.cast.head.personId, posts: [{ role: 'information-officer', unitPath: given.water.path }] }
})

const acceptance = (more: Partial<Acceptance> = {}): Acceptance => ({
  wish: { kind: 'information', wanted: '山洪灾害危险区清单', documentHint: '', reason: '', form: 'electronic', way: 'email', items: [] },
  applicant: applicantOf({ name: '王芳', email: 'wang@example.org' }),
  arrivedOn: asDay('2026-06-15'),
  enclosures: [],
  ...more,
})

const verified = () => given.site.database.transaction((db) => verifyJournal(db, loaders))

describeWithDatabase('a letter by mail', () => {
  test('becomes a case of the day on which it arrived, whose clock waits for the confirmation, and is forgotten', async () => {
    const { site, safety } = given
    const id = await givenLetter(site, safety.id, { attachments: [{ filename: '身份证.png', content: png }] })
    site.day = '2026-06-16'
    const opened = must(await acceptMail(site, clerk, id, acceptance({ enclosures: [0] })))
    const view = await readCase(site, site.database.read, opened.ref)
    expect(view.application).toMatchObject({ channel: 'email', arrivedOn: '2026-06-15', state: 'unconfirmed', typedBy: clerk.personId })
    expect([view.application.receivedOn, view.application.dueOn]).toEqual([undefined, undefined])
    expect(view.files.map(({ name, role, isSealed }) => ({ name, role, isSealed }))).toEqual([
      { name: 'proof.png', role: 'proof', isSealed: true },
    ])
    const kept = await filesOf(site.config).read(view.files[0]?.sha256 ?? '')
    expect(unsealBytes(site.keys, kept, aboutFile(opened.ref)).equals(png)).toBe(true)
    expect(await findSealedMail(site.database.read, id)).toBeUndefined()
    expect(await findCandidate(site.database.read, id)).toMatchObject({ state: 'accepted', applicationId: opened.id, maskedFrom: '' })
    expect(await openMail(site, clerk, id)).toBeUndefined()
    site.day = '2026-06-15'
  })

  test('that was answered at once has its day of receipt', async () => {
    const { site, safety } = given
    const id = await givenLetter(site, safety.id, { subject: '当日确认' })
    const { ref } = must(await acceptMail(site, clerk, id, acceptance({ confirmedOn: asDay('2026-06-15') })))
    expect((await readCase(site, site.database.read, ref)).application).toMatchObject({
      state: 'running',
      receivedOn: '2026-06-15',
      dueOn: '2026-07-14',
    })
  })

  test('is one letter however often it comes, also after it was decided about', async () => {
    const { site, safety, water } = given
    const raw = await rawLetter({ subject: '两次' })
    const keep = (unitId: number) => keepMail(site, unitId, { raw, sizeBytes: raw.length, arrivedAt: site.now() })
    expect(await Promise.all([keep(safety.id), keep(safety.id), keep(safety.id)])).toHaveLength(3)
    expect(await keep(safety.id)).toBe(false)
    const found = await listWaiting(site.database.read, [safety.id], false, 100)
    expect(found).toHaveLength(1)
    must(await refuseMail(site, clerk, found[0]?.id ?? 0, 'spam'))
    expect(await keep(safety.id)).toBe(false)
    expect(await countWaitingMails(site.database.read, [safety.id])).toBe(0)
    expect(await keep(water.id)).toBe(true)
    expect(await countWaitingMails(site.database.read, [water.id])).toBe(1)
  })

  test('becomes one case, however often and by however many it is accepted', async () => {
    const { site, safety } = given
    const id = await givenLetter(site, safety.id, { subject: '抢着登记' })
    const answers = await Promise.all([1, 2, 3].map(() => acceptMail(site, clerk, id, acceptance())))
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(answers.flatMap((one) => (one.ok ? [] : one.refusals))).toEqual(['decided', 'decided'])
    expect(await refuseMail(site, clerk, id, 'spam')).toEqual({ ok: false, refusals: ['decided'] })
  })

  test('is not accepted without what every application needs, and then still waits, whole', async () => {
    const { site, safety } = given
    const id = await givenLetter(site, safety.id, { subject: '不完整' })
    const wanting = acceptance({ applicant: applicantOf({ name: '', email: '' }), arrivedOn: asDay('2026-06-16') })
    const outcome = await acceptMail(site, clerk, id, wanting)
    expect(outcome).toEqual({ ok: false, refusals: ['arrived-ahead', 'name-missing', 'email-wrong'] })
    expect((await openMail(site, clerk, id))?.mail.subject).toBe('不完整')
    expect(await refuseMail(site, clerk, id, 'because')).toEqual({ ok: false, refusals: ['refuse-reason-missing'] })
    expect(must(await refuseMail(site, clerk, id, 'not-an-application'))).toMatchObject({ state: 'refused', reason: 'not-an-application' })
    expect(await findSealedMail(site.database.read, id)).toBeUndefined()
  })

  test('to one unit is nobody’s of another: not to open, not to accept, not to put aside', async () => {
    const { site, safety } = given
    const id = await givenLetter(site, safety.id, { subject: '别的单位' })
    for (const act of [
      () => openMail(site, elsewhere, id),
      () => acceptMail(site, elsewhere, id, acceptance()),
      () => refuseMail(site, elsewhere, id, 'spam'),
    ]) {
      await expect(act()).rejects.toThrow('applications.register')
    }
    expect(await findCandidate(site.database.read, id)).toMatchObject({ state: 'waiting' })
    await expect(openMail(site, clerk, 999_999)).rejects.toThrow('999999')
  })

  test('that a machine wrote is told apart by its marks', async () => {
    const { site, safety } = given
    const before = await countWaitingMails(site.database.read, [safety.id])
    const id = await givenLetter(site, safety.id, { subject: '自动回复', headers: { 'Auto-Submitted': 'auto-replied' } })
    expect((await listWaiting(site.database.read, [safety.id], true, 10)).map((one) => one.id)).toEqual([id])
    expect(await countWaitingMails(site.database.read, [safety.id])).toBe(before)
  })

  test('brings no file into a case that is not what it says, of no kind that is taken, empty or too large', async () => {
    const { site, safety } = given
    const before = site.houseRules
    site.houseRules = { ...before, files: { ...before.files, largestBytes: 5_000 } }
    const attachments = [
      { filename: 'form.pdf.exe', content: 'MZ' },
      { filename: 'form.pdf', content: '<html><script>alert(1)</script></html>' },
      { filename: 'page.html', content: '<script>alert(1)</script>' },
      { filename: '../../etc/passwd.txt', content: 'x'.repeat(6_000) },
      { filename: 'empty.txt', content: '' },
      { filename: 'good.txt', content: '柳溪村' },
    ]
    const id = await givenLetter(site, safety.id, { subject: '附件', attachments })
    const enclosures = (await openMail(site, clerk, id))?.enclosures ?? []
    expect(enclosures.map(({ wrong }) => wrong)).toEqual([
      ...[['kind-not-allowed'], ['not-what-it-says'], ['kind-not-allowed'], ['too-large'], ['empty'], []],
    ])
    expect(enclosures.map(({ name }) => name).join()).not.toMatch(/[/\\]/)
    const outcome = await acceptMail(site, clerk, id, acceptance({ enclosures: [0, 1, 2, 3, 4, 5, 99] }))
    expect(outcome.ok ? [] : outcome.refusals).toEqual([
      ...['file-kind-not-allowed', 'file-not-what-it-says', 'file-too-large', 'file-empty'],
    ])
    const { ref } = must(await acceptMail(site, clerk, id, acceptance({ enclosures: [5] })))
    expect((await readCase(site, site.database.read, ref)).files.map(({ name }) => name)).toEqual(['proof.txt'])
    site.houseRules = before
  })

  test('that is too large says so, and what is kept of it still opens', async () => {
    const { site, safety } = given
    const raw = (await rawLetter({ subject: '很大', text: 'x'.repeat(50_000) })).subarray(0, 2_000)
    await keepMail(site, safety.id, { raw, sizeBytes: 40_000_000, arrivedAt: site.now() })
    const found = (await listWaiting(site.database.read, [safety.id], false, 100)).find((one) => one.sizeBytes === 40_000_000)
    const opened = await openMail(site, clerk, found?.id ?? 0)
    expect(opened?.mail).toMatchObject({ subject: '很大', from: { address: 'wang@example.org' } })
    expect(opened?.mail.faults).toContain('too-large')
  })

  test('is vouched for by the record at every step, and a row changed behind its back is found', async () => {
    const { site, safety } = given
    expect((await verified()).findings.filter(({ subject }) => subject?.startsWith('applications.'))).toEqual([])
    const id = await givenLetter(site, safety.id, { subject: '核对' })
    expect((await findById(site.database.read, 1))?.channel).toBe('email')
    await sql`update applications.candidate set state = 'refused' where id = ${id}`.execute(using(site.database.read))
    expect((await verified()).findings).toContainEqual(
      expect.objectContaining({ kind: 'row-changed', subject: `applications.candidate:${id}` }),
    )
  })
})
